import { BY_HAND, isTelling, type Reason } from '../watch/reason.js';

/** What each reason means to whoever asks. */
const MEANINGS: Readonly<Record<Reason, string>> = {
  'first notice': 'a message was written to its owner',
  'late data': 'a message was written to its owner, later than usual: the values came late',
  'next step': 'a message of the next step of the ladder was written',
  'next step not due': 'no message, the next step was not due yet',
  'last message not sent': 'no message, the last one had not gone out yet',
  'top of the ladder': 'no message, everybody on the ladder had been told',
  'open again': 'it opened again after it was held',
  'outside working hours': 'no message, it was outside working hours where the recipient is',
  'no address': 'no message, nobody with an e-mail address is named for it',
  'quota exhausted': 'its message waits, the mail quota of the day was used up',
  acknowledged: 'no message, somebody had acknowledged it',
  snoozed: 'no message, somebody had snoozed it',
  'closed before': 'no message, it had been resolved before',
  'no data': 'no message, its data said nothing then',
  'tab unreadable': 'no message, a tab that it is judged from could not be read',
  'trigger off': 'no message, the trigger was off',
  inhibited: 'no message, a missing owner comes first',
  clearing: 'no message, the condition did not hold any more',
  'condition cleared': 'resolved, the condition had cleared',
  'data corrected': 'resolved, the data were corrected',
  settled: 'resolved, what was asked for is done',
  churned: 'no message, the account is lost',
  'account gone': 'resolved, the account is not in the Accounts tab any more',
  'subject gone': 'resolved, what it was about is not in its tab any more',
  [BY_HAND]: 'resolved by hand',
  'holds not': 'no message, the condition did not hold',
};

/** What was decided, for a recorded reason. */
export function reasonWords(reason: string): string {
  return (MEANINGS as Readonly<Record<string, string>>)[reason] ?? reason;
}

/** What a reason from before a week means for that week, in which nothing else was decided. */
export function lastingWords(reason: string): string {
  if (reason === 'no data') return 'no message, its data said nothing, and it has not held since';
  return isTelling(reason) ? 'no further message was due after the one that was written then' : reasonWords(reason);
}
