import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { CallName, Calls } from '../../src/sidebar-api/protocol.js';
import type { BookCell } from '../../workbench/book.js';
import { READY } from '../sidebar-api/books.js';
import { ask, dayCell, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { BO, GOALS, MO, SAL, STRANGER, VIC, checkInRow, keyResultRow } = okr;

const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

const callCount = (emulator: Emulator): number => emulator.executions.at(-1)?.serviceCallCount ?? 0;

describe('objectives', () => {
  test('show the quarter: parents first, scores, the weakest key result, and what is loose', async () => {
    const view = await valueOf(open(), 'objectives', {});
    expect(view).toMatchObject({
      quarter: '2026-Q2',
      quarters: ['2026-Q3', '2026-Q2', '2026-Q1'],
      mayCreate: true,
      accounts: ['Northwind', 'Acme'],
      indicators: ['Usage'],
    });
    // O2 serves KR1 of O1. KR1 is halfway from 40 to 80; of KR2 and KR3 nothing is known.
    expect(view.objectives.map(({ id, score, weakest, ownerName }) => [id, score, weakest, ownerName])).toEqual([
      ['O1', 0.5, 'KR1', 'Ana Ruiz'],
      ['O2', null, null, 'Bo Ek'],
    ]);
    expect(view.loose.map(({ id }) => id)).toEqual(['KR4']);
    // A new key result begins with the days of its quarter.
    const begun = Object.fromEntries(view.form.keyResult.map(({ name, value }) => [name, value]));
    expect(begun).toMatchObject({ start: '2026-04-01', due: '2026-06-30', baseline: '' });
    expect(view.people[0]).toEqual({ email: ME, name: 'Ana Ruiz' });
    expect(view.lint.lastQuarter).toEqual([{ keyResult: 'Outcome KR0', baseline: 40, target: 80 }]);
    expect(view.lint).toMatchObject({
      grossRetention: null,
      // Of KR2 and KR3 none was given since they began, 35 days ago.
      weeksSinceConfidence: [
        { keyResult: 'Outcome KR3', weeks: 5 },
        { keyResult: 'Outcome KR1', weeks: 1 },
        { keyResult: 'Outcome KR2', weeks: 5 },
      ],
      executiveMetrics: 0,
    });
  });

  test('show where a key result stands in five readings', async () => {
    const [first] = (await valueOf(open(), 'objectives', {})).objectives[0]?.keyResults ?? [];
    expect(first).toMatchObject({
      id: 'KR1',
      current: 60,
      progress: 0.5,
      status: 'on track',
      confidence: 6,
      due: { iso: '2026-06-30' },
      fields: { keyResult: 'Outcome KR1', baseline: 40, start: '2026-04-01', source: "'Usage by week'!B2" },
    });
    // 6 May is day 35 of the 90 from 1 April to 30 June: 39 %.
    expect(first?.readings.map(({ name, level, words }) => [name, level, words])).toEqual([
      ['pace', 'good', '50 % of the way with 39 % of the time gone'],
      ['momentum', 'good', 'moving towards the target'],
      ['confidence', 'watch', 'confidence 6 of 10'],
      ['cadence', 'watch', 'checked in 3 of 4 weeks'],
      ['dependencies', 'bad', '1 commitment late and 1 initiative paused'],
    ]);
    expect(first?.trend.slice(-4)).toEqual([45, 50, 60, null]);
    expect(first?.initiatives).toMatchObject([{ id: 'I1', state: 'paused', due: { iso: '2026-05-20' } }]);
  });

  test.each([
    { who: ME, edits: ['O1', 'KR1', 'KR2', 'KR4'] },
    { who: BO, edits: ['KR2', 'O2', 'KR3'] },
    { who: MO, edits: ['O1', 'KR1', 'KR2', 'KR4'] },
    { who: VIC, edits: ['O1', 'KR1', 'KR2', 'O2', 'KR3', 'KR4'] },
    { who: SAL, edits: [] },
    { who: STRANGER, edits: [] },
  ])('may be changed by owners, those above, and whoever leads: $who', async ({ who, edits }) => {
    const view = await valueOf(open(GOALS, who), 'objectives', {});
    const all = [...view.objectives.flatMap((objective) => [objective, ...objective.keyResults]), ...view.loose];
    expect(all.filter(({ mayEdit }) => mayEdit).map(({ id }) => id)).toEqual(edits);
    expect(view.mayCreate).toBe(who !== STRANGER);
  });

  test('of another quarter are asked for by its name', async () => {
    const view = await valueOf(open(), 'objectives', { quarter: 'q1 2026' });
    expect(view.objectives.map(({ id, score }) => [id, score])).toEqual([['O0', 1]]);
    expect(await ask(open(), 'objectives', { quarter: 'soon' })).toMatchObject({
      ok: false,
      code: 'bad request',
      message: 'quarter is "soon"; write it as 2026-Q4',
    });
  });

  test('work on an empty workbook, and with a circle of parents and of managers', async () => {
    expect(await valueOf(open({ Sheet1: [] }), 'objectives', {})).toMatchObject({ objectives: [], mayCreate: true });
    const circle = {
      ...GOALS,
      Team: [...okr.TEAM.slice(0, 1), ['A', ME, 'CSM', MO], ['M', MO, 'CSM', ME]],
      Objectives: [
        okr.OBJECTIVE_HEADERS,
        ['O1', '2026-Q2', 'One', BO, 'O2', ''],
        ['O2', '2026-Q2', 'Two', BO, 'O1', ''],
      ],
    };
    const view = await valueOf(open(circle), 'objectives', {});
    expect(view.objectives.map(({ id }) => id).sort()).toEqual(['O1', 'O2']);
  });

  test('find gross retention in the key result that is about it', async () => {
    const rows = [
      ...(GOALS['Key results'] ?? []),
      keyResultRow('KR9', { 'Key result': 'GRR of the year', Current: 91 }),
    ];
    const view = await valueOf(open({ ...GOALS, 'Key results': rows }), 'objectives', {});
    expect(view.lint.grossRetention).toBe(0.91);
  });
});

describe('the number of service calls does not grow with the rows', () => {
  const ids = Array.from({ length: 300 }, (_, i) => `KR${String(100 + i)}`);
  const many = ids.map((id) => keyResultRow(id));
  const entries = ids.map((id) => checkInRow('2026-04-27', id, 50, 5));
  const large: Sheets = {
    ...GOALS,
    'Key results': [...(GOALS['Key results'] ?? []), ...many],
    'Check-ins': [...(GOALS['Check-ins'] ?? []), ...entries],
  };
  const calls: { [Name in CallName]?: Calls[Name]['request'] } = { home: {}, objectives: {}, teamWeek: {}, review: {} };
  test.each(Object.keys(calls) as (keyof typeof calls)[])('of %s', async (name) => {
    const [few, lots] = [open(), open(large)];
    await valueOf(few, name, calls[name] as never);
    await valueOf(lots, name, calls[name] as never);
    expect(callCount(lots)).toBe(callCount(few));
    expect(callCount(few)).toBeLessThanOrEqual(22);
  });
});

describe('a source cell', () => {
  test.each([
    ["'Usage by week'!B2", { value: 61, words: '' }],
    ["'Usage by week'!$B$2", { value: 61, words: '' }],
    ["Usage by week'!B2", { value: 61, words: '' }],
    ['Accounts!C3', { value: 9000, words: '' }],
    [
      "'Usage by week'!B3",
      { value: null, words: '\'Usage by week\'!B3 holds "none", which is no number; choose a cell with a number' },
    ],
    ['Accounts!AZ900', { value: null, words: 'Accounts!AZ900 is blank; choose a cell with a number' }],
    ['Gone!B4', { value: null, words: 'There is no tab Gone; correct the name before the !' }],
    ['B4', { value: null, words: 'B4 is no cell; write it as Scorecard!B4' }],
    ['Accounts!B2:C3', { value: null, words: 'Accounts!B2:C3 is no cell; write it as Scorecard!B4' }],
    ['', { value: null, words: ' is no cell; write it as Scorecard!B4' }],
  ])('%j gives %j', async (source, value) => {
    expect(await valueOf(open(), 'sourceValue', { source })).toEqual(value);
  });
});

describe('home', () => {
  test('gives the cells of one tab wherever they stand', async () => {
    const feeds = ["'Usage by week'!B2", "'Usage by week'!A3", 'Accounts!C3', 'Accounts!AZ900', 'Gone!A1'];
    const rows = feeds.map((source, at) => keyResultRow(`F${String(at)}`, { Source: source }));
    const emulator = open({ ...GOALS, 'Key results': [okr.KEY_RESULT_HEADERS, ...rows] });
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    expect(ownKeyResults.map(({ sourceValue }) => sourceValue)).toEqual([61, null, 9000, null, null]);
    // Those of one tab are one call: beside that for the one cell of `GOALS`, only that for Accounts.
    const one = open();
    await valueOf(one, 'home', {});
    const readsOf = ({ executions }: Emulator) => executions.at(-1)?.serviceCalls['Range.getValues'] ?? 0;
    expect(readsOf(emulator) - readsOf(one)).toBe(1);
  });

  test('gives what feeds a key result, its initiatives, its sentence and its trend', async () => {
    const { ownKeyResults } = await valueOf(open(), 'home', {});
    expect(ownKeyResults.map(({ id, sourceValue }) => [id, sourceValue])).toEqual([
      ['KR1', 61],
      ['KR4', null],
    ]);
    expect(ownKeyResults[0]).toMatchObject({ initiatives: [{ id: 'I1' }], last: { value: 60 } });
    expect(ownKeyResults[0]?.sentence).toMatch(/^On track: 50 % of the way/);
  });

  const accounts: BookCell[][] = [
    ['Account', 'CSM', 'ARR', 'Signed', 'First value', 'Churned on', 'Renewal', 'Health'],
    ['Low', ME, 5, dayCell('2025-01-01'), dayCell('2025-02-01'), null, null, 'Red'],
    ['Lost', ME, 5, dayCell('2025-01-01'), dayCell('2025-02-01'), dayCell('2026-01-01'), null, 'Red'],
    ['Fair', ME, 5, dayCell('2025-01-01'), dayCell('2025-02-01'), null, null, 'Amber'],
    ['Bent', ME, 10, dayCell('2025-01-01'), dayCell('2025-02-01'), null, dayCell('2026-07-11')],
    ['Stalled', ME, 50, dayCell('2026-03-26'), null, null, null],
    ['Fresh', ME, 50, dayCell('2026-04-06'), null, null, null],
    ['Gone', ME, 50, dayCell('2025-03-26'), null, dayCell('2026-01-01'), null],
    ["Bo's", BO, 50, dayCell('2025-03-26'), null, null, null],
  ];
  const alert = (account: string, state: string): BookCell[] => {
    return [`k ${account}`, 'Momentum decay', account, 'Usage', dayCell('2026-04-20'), state, dayCell('2026-04-27')];
  };
  const troubled: Sheets = {
    ...READY,
    Accounts: accounts,
    Alerts: [
      ['Key', 'Trigger', 'Account', 'Subject', 'Since', 'State', 'Opened'],
      ...[alert('Bent', 'open'), alert('Fresh', 'resolved'), alert("Bo's", 'open')],
    ],
    Reviews: [
      ['When', 'Week', 'Account', 'By', 'Outcome'],
      [dayCell('2026-05-05'), dayCell('2026-05-05'), 'bent', BO, 'Called'],
      [dayCell('2026-04-28'), dayCell('2026-04-27'), 'Stalled', ME, 'Called'],
    ],
  };

  test('names my accounts with an open alert, low in health, or signed more than 30 days ago without a first outcome', async () => {
    const { accountsToSee } = await valueOf(open(troubled), 'home', {});
    // From 26 March to 6 May: 41 days; from 6 April: 30.
    expect(accountsToSee).toMatchObject([
      {
        account: 'Stalled',
        why: 'no first value 41 days after signing',
        exposure: 50,
        isReviewed: false,
        renewal: null,
      },
      { account: 'Bent', why: 'bends: Usage', exposure: 10, isReviewed: true, renewal: { iso: '2026-07-11' } },
      { account: 'Low', why: 'health Red', exposure: 5 },
    ]);
  });

  test.each([
    ["'Key results'!C2", { kind: 'key result', id: 'KR1' }],
    ['Objectives!A3', { kind: 'objective', id: 'O1' }],
    ['Signals!C3', { kind: 'account', id: 'Acme' }],
    ['Accounts!A2', { kind: 'account', id: 'Northwind' }],
    ['Accounts!A1', null],
    ['Accounts!A90', null],
    ["'Check-ins'!A2", null],
  ])('opened in %s shows %j first', async (cell, opened) => {
    const emulator = open();
    emulator.select(cell);
    expect((await valueOf(emulator, 'home', {})).opened).toEqual(opened);
  });
});

describe("the team's week", () => {
  test('tells who has checked in, their lowest confidence and what blocks them', async () => {
    const emulator = open();
    const entry = { value: 5, confidence: 4, blocker: 'Legal', note: '', entryId: 'entry-000001' };
    await valueOf(emulator, 'saveCheckIn', { week: '2026-05-04', entries: [{ ...entry, keyResultId: 'KR1' }] });
    expect(await valueOf(emulator, 'teamWeek', {})).toEqual({
      people: [
        { email: ME, name: 'Ana Ruiz', done: 1, of: 2, lowestConfidence: 4, blockers: ['Legal'] },
        { email: BO, name: 'Bo Ek', done: 0, of: 2, lowestConfidence: null, blockers: [] },
      ],
      done: 1,
      of: 4,
    });
  });
});

describe('what is asked for', () => {
  const withRows = (...rows: BookCell[][]): Sheets => ({ ...GOALS, 'Key results': [okr.KEY_RESULT_HEADERS, ...rows] });

  test('is checked in from its start until two weeks past its due day', async () => {
    const rows = [
      keyResultRow('SOON', { Start: dayCell('2026-05-07') }),
      keyResultRow('NOW', { Start: dayCell('2026-05-06') }),
      keyResultRow('LATE', { Due: dayCell('2026-04-22') }),
      keyResultRow('OVER', { Due: dayCell('2026-04-21') }),
      keyResultRow('ALWAYS', { Start: null, Due: null }),
    ];
    const { ownKeyResults } = await valueOf(open(withRows(...rows)), 'home', {});
    expect(ownKeyResults.map(({ id }) => id)).toEqual(['NOW', 'LATE', 'ALWAYS']);
  });

  test('is that of its quarter where it has no days of its own, for its owner and for the team', async () => {
    const goals = [...(GOALS.Objectives ?? []), ['O3', '2026-Q3', 'Next quarter', ME, '', '']];
    const rows = ['O0', 'O1', 'O3'].map((objective) => {
      return keyResultRow(`Of ${objective}`, { Objective: objective, Start: null, Due: null });
    });
    const emulator = open({ ...withRows(...rows), Objectives: goals });
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    expect(ownKeyResults.map(({ id }) => id)).toEqual(['Of O1']);
    expect(await valueOf(emulator, 'teamWeek', {})).toMatchObject({ of: 1 });
    const { lint } = await valueOf(emulator, 'objectives', { quarter: '2026-Q3' });
    expect(lint.weeksSinceConfidence).toEqual([]);
  });

  test('of nobody is shown to the team', async () => {
    const week = await valueOf(open(withRows(keyResultRow('KR1'), keyResultRow('KR2', { Owner: '' }))), 'teamWeek', {});
    expect(week.people).toMatchObject([{ email: ME }, { email: '', name: 'Without an owner', done: 0, of: 1 }]);
    expect(week.of).toBe(2);
  });

  test('is read at the end of its quarter once that is over', async () => {
    const emulator = open({
      ...withRows(keyResultRow('KR1', { Current: 80 })),
      'Check-ins': [...(GOALS['Check-ins'] ?? []), checkInRow('2026-07-06', 'KR1', 80, 9)],
    });
    emulator.setClock(Date.UTC(2026, 8, 2));
    const view = await valueOf(emulator, 'objectives', { quarter: '2026-Q2' });
    const [first] = view.objectives[0]?.keyResults ?? [];
    // What was said in July, at the target, changes nothing: on 30 June it was at 60 of 40 to 80.
    expect(first).toMatchObject({ current: 60, progress: 0.5, confidence: 6 });
    const review = await valueOf(emulator, 'review', { quarter: '2026-Q2' });
    expect(review.objectives[0]?.keyResults[0]).toMatchObject({ actual: 60, score: 0.5 });
    expect(first?.trend.filter((value) => value !== null)).toEqual([45, 50, 60]);
    expect(first?.readings.find(({ name }) => name === 'cadence')?.words).toBe('checked in 0 of 4 weeks');
  });

  test('has the quarter of its objective for its first day, in every view', async () => {
    const emulator = open(withRows(keyResultRow('KR1', { Start: null, Due: dayCell('2026-09-30'), Current: 60 })));
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    const view = await valueOf(emulator, 'objectives', {});
    expect(ownKeyResults[0]?.sentence).toBe(view.objectives[0]?.keyResults[0]?.sentence);
  });

  test('of executives is counted, and gross retention is that of the whole', async () => {
    const team = [...okr.TEAM, ['Rae', 'rae@example.com', 'CRO', '']];
    const grr = { 'Key result': 'Gross revenue retention', Unit: '%' };
    const rows = [
      keyResultRow('KR1', { Owner: 'rae@example.com' }),
      keyResultRow('KR2', { ...grr, Current: 93 }),
      keyResultRow('KR3', { ...grr, Segment: 'SMB', Current: 70, Due: dayCell('2026-07-30') }),
      keyResultRow('KR4', { ...grr, Due: dayCell('2026-08-30') }),
      keyResultRow('KR5', { ...grr, Due: dayCell('2026-09-30'), State: 'dropped', Current: 50 }),
      keyResultRow('KR6', { 'Key result': 'GRR forecast error', Due: dayCell('2026-09-30'), Current: 12 }),
    ];
    const { lint } = await valueOf(open({ ...withRows(...rows), Team: team }), 'objectives', {});
    expect(lint).toMatchObject({ executiveMetrics: 1, grossRetention: 0.93 });
  });
});

describe('templates and the linter', () => {
  test('are told without reading a tab', async () => {
    const emulator = open();
    expect((await valueOf(emulator, 'templates', {})).length).toBeGreaterThan(5);
    const context = { grossRetention: null, lastQuarter: [] };
    const keyResults = [okr.keyResultOf({ keyResult: 'Run QBRs with every enterprise account' })];
    const findings = await valueOf(emulator, 'lintObjective', { objective: okr.objectiveOf(), keyResults, context });
    expect(findings.map(({ rule }) => rule)).toContain('activity');
    expect(callCount(emulator)).toBe(0);
  });

  test.each([
    { name: 'no context', request: { objective: okr.objectiveOf(), keyResults: [] }, message: 'context is missing' },
    {
      name: 'a target in words',
      request: { objective: okr.objectiveOf(), keyResults: [{ ...okr.keyResultOf(), target: '72' }], context: {} },
      message: 'Key result 1, Target, is "72"',
    },
  ])('refuse $name', async ({ request, message }) => {
    const reply = await ask(open(), 'lintObjective', request as never);
    expect(reply).toMatchObject({
      ok: false,
      code: 'bad request',
      message: expect.stringContaining(message) as string,
    });
  });
});
