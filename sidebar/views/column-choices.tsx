import type { ColumnConfidence, ProposedField } from '../../src/sidebar-api/protocol.js';
import { listed } from '../words.js';
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
    const problem = problems[field.field];
    const id = `column-${field.field}`;
    return (
      <div class="field" key={id}>
        <label for={id}>
          {field.label}
          {field.isRequired && <span class="needed"> needed</span>}
        </label>
        <select
          id={id}
          name={`column ${field.field}`}
          value={chosen ?? ''}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            onChange(field.field, event.currentTarget.value === '' ? null : event.currentTarget.value);
          }}
        >
          <option value="">{field.isRequired ? 'Choose a column' : 'No column'}</option>
          {headers.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </select>
        <span id={`${id}-hint`} class={problem === undefined ? 'hint' : 'problem'}>
          {problem ?? [origin(field, chosen), field.note].filter(Boolean).join('. ')}
        </span>
      </div>
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
