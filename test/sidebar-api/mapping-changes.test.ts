import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findColumns, mappingOf } from '../../src/records/mapping.js';
import { parseSettings } from '../../src/records/settings.js';
import { signalsTab } from '../../src/records/tabs/signals.js';
import { overwrites, wantedSettings } from '../../src/sidebar-api/mapping-changes.js';

const HEADER = ['Date', 'Client', 'Usage', 'NPS', 'Tickets'];
const NONE = Object.fromEntries(Object.keys(signalsTab.columns).map((field) => [field, null]));
const COLUMNS = { ...NONE, week: 'Date', account: 'Client' };

const wanted = (columns: Record<string, string | null>) =>
  Object.fromEntries(
    wantedSettings(signalsTab, { tab: 'Weekly', columns }, HEADER).flatMap(({ name, value }) =>
      value === '' ? [] : [[name, value]],
    ),
  );

describe('settings say only what differs from the default', () => {
  test('a column of another name is set; a default header that is there and not wanted is set to none', () => {
    expect(wanted({ ...COLUMNS, usage: 'usage', supportVolume: 'Tickets' })).toEqual({
      'Signals tab': 'Weekly',
      'Signals column: Week': 'Date',
      'Signals column: Account': 'Client',
      'Signals column: Support volume': 'Tickets',
      'Signals column: NPS': '(none)',
    });
  });

  test('a new tab needs no setting at all', () => {
    expect(wantedSettings(signalsTab, { create: true }, []).every(({ value }) => value === '')).toBe(true);
  });
});

test('read back, the settings give each field the column that was chosen, and no other', () => {
  const choice = fc.record({
    usage: fc.constantFrom(null, 'Usage', 'Tickets'),
    nps: fc.constantFrom(null, 'NPS'),
    supportSentiment: fc.constantFrom(null),
  });
  fc.assert(
    fc.property(choice, (chosen) => {
      const columns = { ...COLUMNS, ...chosen };
      const settings = wantedSettings(signalsTab, { tab: 'Weekly', columns }, HEADER);
      const rows = settings.map(({ name, value }, i) => ({
        row: i + 2,
        setting: name,
        value: value || null,
        meaning: null,
      }));
      const mapping = mappingOf(signalsTab, parseSettings(rows).settings.mapping);
      const { indexes } = findColumns(signalsTab, mapping, HEADER);
      const read = Object.fromEntries(Object.keys(NONE).map((field) => [field, HEADER[indexes[field] ?? -1] ?? null]));
      expect(mapping.tab).toBe('Weekly');
      expect(read).toEqual(columns);
    }),
  );
});

describe('a mapping in use', () => {
  const settings = wantedSettings(signalsTab, { tab: 'Weekly', columns: COLUMNS }, HEADER);
  const now = (name: string, value: string) => overwrites(settings, new Map([[name, value]]));

  test.each([
    ['is not asked about when it stays', 'Signals column: Week', 'Date', []],
    ['is not asked about when it was blank', 'Signals column: Week', '', []],
    [
      'is shown beside what would replace it',
      'Signals column: Week',
      'Day',
      [{ setting: 'Signals column: Week', from: 'Day', to: 'Date' }],
    ],
    ['of no column is not asked about when there is none again', 'Signals column: Usage', '(none)', []],
    [
      'of a column is shown beside none',
      'Signals column: Usage',
      'Logins',
      [{ setting: 'Signals column: Usage', from: 'Logins', to: 'no column' }],
    ],
  ])('%s', (_, name, value, expected) => {
    expect(now(name, value)).toEqual(expected);
  });
});
