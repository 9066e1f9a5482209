import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageField } from '../../src/sidebar-api/protocol-watch.js';

/** How many fields there were: what tells their ids apart, in less than preact's own way takes. */
let count = 0;

interface FieldProps extends Omit<PageField, 'maxLength' | 'list'> {
  readonly problem?: string | undefined;
  /** The id of the list that it proposes from. */
  readonly list?: string | undefined;
  readonly maxLength?: number;
  readonly onInput: (text: string) => void;
}

/** A labelled input or choice; what is wrong with it, or else its hint, stands below and is read with it. */
export function Field(props: FieldProps) {
  const { label, name, value, problem, hint, isLong, isHalf, type, list, maxLength = 100, choices, onInput } = props;
  const [id] = useState(() => `field-${count++}`);
  const about = problem ?? hint;
  const shared = {
    id,
    name,
    value,
    maxLength,
    'aria-invalid': problem !== undefined,
    'aria-describedby': about && `${id}-about`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      onInput(event.currentTarget.value);
    },
  };
  return (
    <div class={isHalf ? 'field' : 'field full'}>
      <label for={id}>{label}</label>
      {choices ? (
        <select {...shared}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
          {/* What stands in the sheet and is none of them stays, until something else is chosen. */}
          {!choices.some(([choice]) => choice === value) && <option>{value}</option>}
        </select>
      ) : isLong ? (
        <textarea {...shared} dir="auto" rows={2} />
      ) : (
        <input
          {...shared}
          {...(type === 'date' ? { type } : { list })}
          dir="auto"
          inputMode={props.inputMode}
          autocomplete="off"
        />
      )}
      {about && (
        <span
          id={`${id}-about`}
          class={problem ? 'problem' : 'hint'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {about}
        </span>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly fields: readonly PageField[];
  /** What is typed, by the names of the fields; what is not there is as the field has it. */
  readonly values: Readonly<Record<string, string>>;
  readonly change: (changed: Readonly<Record<string, string>>) => void;
  /** What has to be mended, by the names of the fields. */
  readonly problems?: Readonly<Record<string, string>> | undefined;
  /** What stands below a field. */
  readonly below?: (name: string) => ComponentChildren;
}

/** Fields as the server describes them. */
export function Fields({ fields, values, change, problems = {}, below }: FieldsProps) {
  return (
    <div class="fields">
      {fields.map((field) => {
        const { name, value } = field;
        return (
          <Fragment key={name}>
            <Field
              {...field}
              value={values[name] ?? value}
              problem={problems[name]}
              onInput={(text) => {
                change({ [name]: text });
              }}
            />
            {below?.(name)}
          </Fragment>
        );
      })}
    </div>
  );
}

/** What fields propose while somebody types, by the name of the list. */
export function List({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  return (
    <datalist id={name}>
      {texts.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  );
}
