import { formatMoney, formatNumber } from '../messages/format.js';
import { noKeyResult, type Home } from './home-words.js';
import { pageOf } from './page.js';
import type { OwnKeyResult } from './protocol.js';
import type { Page } from './protocol-watch.js';

/** A value with its unit: `62 %`, `$380,000`. */
function valueWords(value: number, unit: string): string {
  if (/^[$€£¥]$/.test(unit)) return formatMoney(value, unit);
  return `${formatNumber(value)} ${unit}`.trim();
}

function enteredWords({ keyResult, unit, thisWeek }: OwnKeyResult): string {
  const value = thisWeek?.value == null ? 'no value' : valueWords(thisWeek.value, unit);
  return `${keyResult}: ${value}, confidence ${String(thisWeek?.confidence ?? 'not given')}`;
}

/** What the check-in shows when there is nothing to enter: why, or what was entered this week. */
export function checkInPage(home: Home): Page {
  const nothing = noKeyResult(home);
  if (!nothing) {
    const { week, ownKeyResults } = home;
    return pageOf({ title: `Checked in for the week of ${week.text}`, lines: ownKeyResults.map(enteredWords) });
  }
  const { title, detail } = nothing;
  const isMapped = home.setup.kinds.some(({ kind, state }) => kind === 'Key results' && state === 'ready');
  return {
    ...pageOf({ title, lines: [detail] }),
    ...(isMapped
      ? { forms: [{ button: 'Look again', call: 'home', args: {}, fields: [], kind: 'primary' }] }
      : { ways: [{ button: 'Set up', go: 'setup', kind: 'primary' }] }),
  };
}
