import { fieldOf } from './page.js';
import type { OwnKeyResult } from './protocol.js';
import type { PageChoices, PageField } from './protocol-watch.js';

const LONGEST_TEXT = 2_000;
const STATES: PageChoices = [
  ['active', 'Active'],
  ['paused', 'Paused'],
  ['done', 'Done'],
  ['dropped', 'Dropped'],
];

const textOf = (number: number | null | undefined): string => (number == null ? '' : String(number));

/** The value to begin with, and where it is from. */
function begun({ thisWeek, source, sourceValue, last }: Omit<OwnKeyResult, 'form'>): readonly [number | null, string] {
  if (thisWeek) return [thisWeek.value, 'As entered this week'];
  if (sourceValue !== null) return [sourceValue, `Filled in from ${source}`];
  return [last?.value ?? null, 'Filled in from last time'];
}

/** What is entered for a key result in a week, begun with what is known, and the states of its initiatives. */
export function checkInForm(keyResult: Omit<OwnKeyResult, 'form'>): readonly PageField[] {
  const { unit, thisWeek, last, initiatives } = keyResult;
  const [value, from] = begun(keyResult);
  return [
    fieldOf('value', unit === '' ? 'Value' : `Value (${unit})`, {
      ...{ value: textOf(value), isHalf: true, inputMode: 'decimal' },
      ...(value === null ? {} : { hint: from }),
    }),
    fieldOf('confidence', 'Confidence, 0 to 10', {
      ...{ value: textOf((thisWeek ?? last)?.confidence), isHalf: true, inputMode: 'numeric' },
    }),
    fieldOf('blocker', 'Blocker, if any', { maxLength: LONGEST_TEXT }),
    fieldOf('note', 'Note', { maxLength: LONGEST_TEXT }),
    ...initiatives.map(({ id, initiative, state }) =>
      fieldOf(`initiative ${id}`, initiative, { value: state, choices: STATES }),
    ),
  ];
}
