import { parseIsoDay, type Day } from '../domain/calendar/day.js';
import { HANDOFF_QUALITIES, handoffsTab } from '../records/tabs/handoffs.js';
import { HANDOFF_FIELDS, LONGEST_FIELD, type HandoffTexts } from './handoffs-form.js';
import type { Sent } from './protocol-watch.js';
import { readName, readObject, readText, refuse } from './read-request.js';

/** A handoff as a form wants it. */
export interface WantedHandoff {
  readonly account: string;
  readonly closed: Day;
  /** What the form changes; a field that it did not have is left as it is. */
  readonly texts: HandoffTexts;
  /** The same as the person saw them; null for a new one. */
  readonly seen: HandoffTexts | null;
  readonly isSigned: boolean;
  /** Whether each line of the commitments made becomes a row of Commitments; one that did already does not again. */
  readonly isCommitted: boolean;
}

/** The fields that a form may change. */
export const HANDOFF_NAMES = [...HANDOFF_FIELDS, 'quality', 'customerSignedOn'] as const;

function readTexts(given: Sent): HandoffTexts {
  const texts = HANDOFF_NAMES.filter((name) => given[name] !== undefined).map((name): [string, string] => {
    return [name, readText(given[name], handoffsTab.columns[name].header, LONGEST_FIELD)];
  });
  return Object.fromEntries(texts);
}

function readDay(text: string, name: string): Day {
  return parseIsoDay(text) ?? refuse(name, text, 'use a day such as 2026-05-04');
}

/** Reads what a form of a handoff sent, or says what cannot be used in it. */
export function readHandoff(request: Sent): WantedHandoff {
  const texts = readTexts(request);
  const { quality = '', customerSignedOn = '' } = texts;
  if (quality !== '' && !HANDOFF_QUALITIES.some((known) => known === quality)) {
    refuse('Quality', quality, 'choose one of the list');
  }
  if (customerSignedOn !== '') readDay(customerSignedOn, 'The day of the customer');
  return {
    account: readName(request['account'], 'The account', 200),
    closed: readDay(readName(request['closed'], 'The day of the close', 10), 'The day of the close'),
    texts,
    seen: request['seen'] === null ? null : readTexts(readObject(request['seen'], 'seen')),
    isSigned: request['sign'] === 'yes',
    isCommitted: request['commit'] === 'yes',
  };
}
