import type { SettingView } from '../../src/sidebar-api/protocol-okr.js';
import { Cell, Row } from '../parts.js';
import { useCall } from '../use-call.js';
import { FieldInPlace } from './field-in-place.js';

interface RowProps {
  readonly setting: SettingView;
  readonly onSaved: (settings: readonly SettingView[]) => void;
  readonly look: () => void;
}

/** One setting: what it means, what holds, and the control to change it. */
export function SettingRow({ setting, onSaved, look }: RowProps) {
  const { name, meaning, value, standard, choices, problem } = setting;
  const call = useCall('saveSetting');
  const words = standard === '' ? 'blank' : standard;
  const isStandard = value === '' || value === standard;
  return (
    <Row
      name={name}
      about={
        <>
          {meaning}
          <span class="value">
            <Cell text={value === '' ? words : value} />
            {isStandard ? ', the standard' : `; standard: ${words}`}
          </span>
          {problem !== '' && <span class="problem">{problem}</span>}
        </>
      }
    >
      <FieldInPlace
        button="Change"
        about={name}
        label={name}
        value={value}
        hint={`Blank for the standard, ${words}`}
        choices={choices && ['', ...choices].map((choice) => [choice, choice === '' ? `Standard: ${words}` : choice])}
        call={call}
        look={look}
        save={async (typed) => {
          const saved = await call.run({ name, value: typed, seen: value });
          if (saved) onSaved(saved);
          return saved !== null;
        }}
      />
    </Row>
  );
}
