import { useState } from 'preact/hooks';

/** How many fields there were: what tells their ids apart, in less than preact's own way takes. */
let count = 0;

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly problem?: string | undefined;
  /** What one has to know to fill it in; it stands below and is read with it. */
  readonly hint?: string | undefined;
  /** Whether it takes more than a line. */
  readonly isLong?: boolean;
  readonly type?: 'date';
  /** The id of the list that it proposes from. */
  readonly list?: string | undefined;
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly maxLength?: number;
  /** What may be chosen, each value with its words; without them anything can be typed. */
  readonly choices?: readonly (readonly [value: string, words: string])[] | undefined;
  readonly onInput: (text: string) => void;
}

/** A labelled input or choice; what is wrong with it stands below and is read with it. */
export function Field(props: FieldProps) {
  const {
    label,
    name,
    value,
    problem,
    hint,
    isLong,
    type,
    list,
    inputMode = 'text',
    maxLength = 100,
    choices,
    onInput,
  } = props;
  const [id] = useState(() => `field-${count++}`);
  const shared = {
    id,
    name,
    value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined && hint === undefined ? undefined : `${id}-about`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      onInput(event.currentTarget.value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {choices ? (
        <select {...shared}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      ) : isLong ? (
        <textarea {...shared} dir="auto" rows={2} maxLength={maxLength} />
      ) : (
        <input
          {...shared}
          {...(type === 'date' ? { type } : { list })}
          dir="auto"
          inputMode={inputMode}
          maxLength={maxLength}
          autocomplete="off"
        />
      )}
      {problem !== undefined ? (
        <span id={`${id}-about`} class="problem" role="alert">
          {problem}
        </span>
      ) : (
        hint !== undefined && (
          <span id={`${id}-about`} class="hint">
            {hint}
          </span>
        )
      )}
    </div>
  );
}

/**
 * Fields of one record, each called by its name.
 *
 * @param key what stands before the name of a field in `problems`.
 */
export function fieldsOf<Name extends string>(
  labels: Readonly<Record<Name, string>>,
  values: Readonly<Partial<Record<NoInfer<Name>, string>>>,
  change: (changed: Readonly<Record<string, string>>) => void,
  problems: Readonly<Record<string, string>> = {},
  key = '',
) {
  return (name: Name, more: Partial<FieldProps> = {}) => (
    <Field
      label={labels[name]}
      name={name}
      value={values[name] ?? ''}
      problem={problems[key + name]}
      maxLength={500}
      onInput={(text) => {
        change({ [name]: text });
      }}
      {...more}
    />
  );
}
