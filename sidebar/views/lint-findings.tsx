import { Action } from '../parts.js';
import type { PlacedFinding } from './lint-live.js';

interface FindingsProps {
  readonly findings: readonly PlacedFinding[];
  /** Takes the wording that a finding proposes. */
  readonly reword: (text: string) => void;
}

/** What could mislead, why, and what to write instead. It never stands in the way. */
export function Findings({ findings, reword }: FindingsProps) {
  return (
    <ul aria-live="polite">
      {findings.map(({ rule, severity, reason, rewrite, wording }) => (
        <li key={rule} class={severity === 'strong' ? 'watch' : 'unknown'}>
          {reason}
          <p class="secondary">{rewrite}</p>
          {wording && (
            <Action
              onClick={() => {
                reword(wording);
              }}
            >
              Use this wording
            </Action>
          )}
        </li>
      ))}
    </ul>
  );
}
