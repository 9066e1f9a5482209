import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Finding, TriggerName } from './finding.js';
import type { Telling } from './ladder.js';
import type { Reason } from './reason.js';

/** What a tick does about one subject of one trigger. */
export type Action =
  'open' | 'keep' | 'clear' | 'resolve' | 'reopen' | 'stamp acknowledgement' | 'stamp snooze' | 'climb' | 'nothing';

/** What a tick decides about one subject of one trigger, and why. */
export interface Decision {
  readonly trigger: TriggerName;
  readonly subject: string;
  readonly account: string | null;
  readonly action: Action;
  readonly reason: Reason;
  /** The alert it is about; absent where there is none. */
  readonly key?: string;
  /** The alert's row as it was read; absent for one that opens. */
  readonly before?: AlertRecord;
  /** The alert's row as it ought to be; absent where it is so already. */
  readonly after?: AlertRecord;
  /** Who is told of it by this tick. */
  readonly tellings: readonly Telling[];
  readonly finding?: Finding;
}
