import type { ColumnConfidence, ProposedField } from '../../src/sidebar-api/protocol.js';
import { listed } from '../words.js';
import { Field } from './field.js';
import type { Choice } from './setup-choice.js';

const CONFIDENCE: Readonly<Record<ColumnConfidence, string>> = {
  'in use': 'In use',
  exact: 'Same name',
  synonym: 'Another name for it',
  similar: 'Similar name, please check',
  none: '',
};

interface ColumnsProps {
  readonly choice: Choice;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (field: string, header: string | null) => void;
}

/** How a column came to be proposed, as long as the proposal stands. */
function origin({ header, confidence, candidates, isRequired }: ProposedField, chosen: string | null): string {
  if (chosen !== header) return chosen === null ? 'Left out' : 'Your choice';
  if (candidates.length > 1) return `${listed(candidates)} fit equally well, choose one`;
  return confidence === 'none' && isRequired ? 'Nothing like it found, choose one' : CONFIDENCE[confidence];
}

/** A column for each field: first those that matter or were found, the others folded away. */
export function ColumnChoices({ choice: { fields, headers, columns }, problems, onChange }: ColumnsProps) {
  const isShown = ({ isRequired, header, candidates }: ProposedField): boolean =>
    isRequired || header !== null || candidates.length > 1;
  const rest = fields.filter((field) => !isShown(field));
  const row = (field: ProposedField) => {
    const chosen = columns[field.field] ?? null;
    return (
      <Field
        key={field.field}
        label={field.isRequired ? `${field.label}, needed` : field.label}
        name={`column ${field.field}`}
        value={chosen ?? ''}
        problem={problems[field.field]}
        hint={[origin(field, chosen), field.note].filter(Boolean).join('. ')}
        choices={[
          ['', field.isRequired ? 'Choose a column' : 'No column'],
          ...headers.map((header) => [header, header] as const),
        ]}
        onInput={(header) => {
          onChange(field.field, header || null);
        }}
      />
    );
  };
  return (
    <>
      {fields.filter(isShown).map(row)}
      {rest.length > 0 && (
        <details>
          <summary>Not found: {listed(rest.map(({ label }) => label))}</summary>
          {rest.map(row)}
        </details>
      )}
    </>
  );
}
