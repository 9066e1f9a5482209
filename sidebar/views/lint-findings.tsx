import { Action } from '../parts.js';
import type { PlacedFinding } from './lint-live.js';
import type { Part, Texts } from './objective-draft.js';

interface FindingsProps {
  /** The field that they stand below. */
  readonly about: string;
  readonly part: Part;
  readonly findings: readonly PlacedFinding[];
  readonly change: (changed: Texts) => void;
}

/** What could mislead in a field, why, and what to write instead. It never stands in the way. */
export function Findings({ about, part, findings, change }: FindingsProps) {
  return (
    <ul class="full" aria-live="polite">
      {findings
        .filter(({ key, name }) => key === part.key && name === about)
        .map(({ rule, severity, reason, rewrite, wording, text }) => (
          <li key={rule} class={severity === 'strong' ? 'watch' : 'unknown'}>
            {reason}
            <p class="secondary">{rewrite}</p>
            {wording && (
              <Action
                onClick={() => {
                  change({ [text]: wording });
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
