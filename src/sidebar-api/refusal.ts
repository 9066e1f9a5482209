import type { RefusalCode } from './protocol.js';

/** Ends a call with an answer that the person can act on. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

/** What a person reads above the message of a refusal. */
export const REFUSAL_TITLES: Readonly<Record<RefusalCode, string>> = {
  'bad request': 'That cannot be used',
  busy: 'The spreadsheet is busy',
  'no user': 'Google does not say who you are',
  'not set up': 'The set-up is not finished',
  'not yours': 'Not yours to change',
  'not inserted': 'The formula was not inserted',
  stale: 'Somebody changed it meanwhile',
  'trigger limit': 'Google allows no further hourly run',
  'not allowed': 'Bellwether may not do that yet',
  unexpected: 'That did not work',
};
