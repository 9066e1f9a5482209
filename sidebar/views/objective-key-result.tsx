import type { KeyResultView } from '../../src/sidebar-api/protocol-okr.js';
import { Cell } from '../parts.js';
import { Sparkline } from '../sparkline.js';
import { wayOf } from '../words.js';
import { Initiatives } from './objective-initiatives.js';

interface KeyResultProps {
  readonly keyResult: KeyResultView;
  readonly me: string;
  /** The id of the row from which the sidebar was opened. */
  readonly opened: string | undefined;
  readonly look: () => void;
}

/** A share as people read it. */
export function percent(share: number | null): string {
  return share === null ? 'not known' : `${Math.round(share * 100)} %`;
}

/** A key result: its progress at a glance; opened, the five readings and the work that should move it. */
export function KeyResult({ keyResult, me, opened, look }: KeyResultProps) {
  const { id, fields, due, progress, status, readings, sentence, trend } = keyResult;
  const { baseline, target, unit, source, owner, account, segment } = fields;
  return (
    <details class="key-result" open={opened === id}>
      <summary>
        <Cell text={fields.keyResult} />
        {progress !== null && (
          <span class="bar">
            <span style={{ width: percent(Math.min(1, Math.max(0, progress))).replace(' ', '') }} />
          </span>
        )}
        <span class="secondary">{progress === null ? status : `${percent(progress)}, ${status}`}</span>
      </summary>
      <p>{sentence}</p>
      <Sparkline values={trend} unit={unit} />
      <ul>
        {readings.map(({ name, level, words }) => (
          <li key={name} class={level}>
            {name}: {words}
          </li>
        ))}
      </ul>
      <p class="secondary">
        <Cell
          text={[wayOf(baseline, target, unit, due?.text), account, segment, source && `value from ${source}`, owner]
            .filter(Boolean)
            .join(', ')}
        />
      </p>
      <Initiatives keyResult={keyResult} me={me} look={look} />
    </details>
  );
}
