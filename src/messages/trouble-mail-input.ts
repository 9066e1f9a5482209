import type { Day } from '../domain/calendar/day.js';
import type { MailInput } from './mail-input.js';

/** What keeps the watch from watching. */
export type Trouble =
  | {
      readonly kind: 'tab unreadable';
      readonly tab: string;
      /** Why, and what to do: a sentence without a final period. */
      readonly reason: string;
      /** The triggers that say nothing until it is mended. */
      readonly triggers: readonly string[];
      /** Since when. */
      readonly since: Day;
      readonly link: string;
    }
  | {
      readonly kind: 'watch stands still';
      /** Whose trigger it is: a colleague's address; null where it is not known. */
      readonly of: string | null;
      readonly lastRunOn: Day;
      readonly hours: number;
    };

/** Everything that the mail to the owner of the trigger is made from. */
export interface TroubleMailInput extends MailInput {
  /** One or more. */
  readonly troubles: readonly Trouble[];
}
