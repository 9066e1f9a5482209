import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { ReviewToSave } from '../../src/sidebar-api/protocol-review.js';
import type { BookCell } from '../../workbench/book.js';
import { ask, dayCell, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { BO, GOALS, MO, VIC, checkInRow, keyResultRow, recordOf, recordsOf } = okr;

const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

type Decision = ReviewToSave['keyResults'][number];
const UNSEEN: Decision['seen'] = { decision: '', learnt: '' };
const decided = (id: string, decision: Decision['decision'], learnt = '', seen = UNSEEN): Decision => {
  return { id, decision, learnt, seen };
};
const toSave = (...keyResults: Decision[]): ReviewToSave => ({ quarter: '2026-Q2', keyResults });
const page = (emulator: Emulator): unknown[][] =>
  emulator.values("'Review 2026-Q2'!A1:J30").filter((row) => row[0] !== '');

describe('a review', () => {
  test('gives what came of each key result, week by week', async () => {
    const view = await valueOf(open(), 'review', { quarter: '2026-Q2' });
    expect(view).toMatchObject({ quarter: '2026-Q2' });
    const [first] = view.objectives[0]?.keyResults ?? [];
    expect(first).toMatchObject({
      id: 'KR1',
      baseline: 40,
      target: 80,
      actual: 60,
      score: 0.5,
      decision: '',
      learnt: '',
      mayReview: true,
    });
    expect(view.objectives[1]?.keyResults[0]).toMatchObject({ id: 'KR3', mayReview: false });
    // From the week of 1 April, which began on 30 March, to that of 6 May.
    expect(first?.confidence).toEqual([null, null, 8, 8, 6, null]);
  });

  test('begins with the last quarter while a quarter is young', async () => {
    const emulator = open();
    expect((await valueOf(emulator, 'review', {})).quarter).toBe('2026-Q2');
    emulator.setClock(Date.UTC(2026, 6, 20));
    expect((await valueOf(emulator, 'review', {})).quarter).toBe('2026-Q2');
    emulator.setClock(Date.UTC(2026, 7, 20));
    expect((await valueOf(emulator, 'review', {})).quarter).toBe('2026-Q3');
  });
});

describe('a review that is saved', () => {
  test('writes its tab, ends the key results, and makes what goes on', async () => {
    const emulator = open(GOALS, VIC);
    const outcome = await valueOf(
      emulator,
      'saveReview',
      toSave(decided('KR1', 'carry on', '=Calls work'), decided('KR2', 'cascade', 'Legal'), decided('KR3', 'drop')),
    );
    expect(outcome).toMatchObject({ tab: 'Review 2026-Q2', created: ['O3', 'O4', 'KR5'] });
    expect(outcome.links.map(({ id }) => id)).toEqual(['Review 2026-Q2', 'O3', 'O4', 'KR5']);
    for (const { url } of outcome.links) expect(url).toMatch(/^https:.*#gid=\d+(&range=\d+:\d+)?$/);

    expect(recordOf(emulator, 'Objectives', 'O3')).toMatchObject({
      ...{ Quarter: '2026-Q3', Objective: 'Renewals are a formality', Parent: 'O1', Owner: ME, State: '' },
    });
    expect(recordOf(emulator, 'Objectives', 'O4')).toMatchObject({
      Objective: 'Outcome KR2',
      Parent: 'KR2',
      Owner: BO,
    });
    // What was reached, 60, is where the next quarter starts.
    expect(recordOf(emulator, 'Key results', 'KR5')).toMatchObject({
      ...{ Objective: 'O3', 'Key result': 'Outcome KR1', Baseline: 60, Target: 80, Current: '', Owner: ME, State: '' },
    });
    expect((recordOf(emulator, 'Key results', 'KR5')['Due'] as Date).toISOString()).toBe('2026-09-29T22:00:00.000Z');
    expect(['KR1', 'KR2', 'KR3'].map((id) => recordOf(emulator, 'Key results', id)['State'])).toEqual([
      ...['done', 'done', 'dropped'],
    ]);

    const [title, about, objective, header, first] = page(emulator);
    expect(title?.[0]).toBe('Quarter review 2026-Q2, written by Bellwether');
    expect(about?.[0]).toContain('As of Wed 6 May 2026');
    expect(objective?.slice(0, 6)).toEqual(['O1', 'Renewals are a formality', '', '', '', '50 %']);
    expect(header?.slice(0, 3)).toEqual(['Id', 'Key result', 'From']);
    expect(first).toEqual([
      ...['KR1', 'Outcome KR1', '40 %', '80 %', '60 %', '50 %', '- - 8 8 6 -', '=Calls work', 'carry on', 'KR5'],
    ]);
    const view = await valueOf(emulator, 'review', { quarter: '2026-Q2' });
    expect(view.objectives[0]?.keyResults[0]).toMatchObject({ decision: 'carry on', learnt: '=Calls work' });
  });

  test('fits the width of a page', async () => {
    const emulator = open();
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'drop')));
    const widths = emulator.save().sheets.find(({ name }) => name === 'Review 2026-Q2')?.columnWidths;
    // A4 and Letter in landscape are about 1,040 pixels wide at 96 a inch less margins of 0.4 inches.
    expect(
      Object.values(widths ?? {})
        .slice(0, 10)
        .reduce((sum: number, width) => sum + width, 0),
    ).toBeLessThan(1_000);
  });

  test('again makes nothing twice, even under another wording, and keeps what is not decided again', async () => {
    const emulator = open(GOALS, VIC);
    await valueOf(
      emulator,
      'saveReview',
      toSave(decided('KR1', 'carry on', 'First'), decided('KR2', 'cascade', 'Legal')),
    );
    const made = recordOf(emulator, 'Key results', 'KR5');
    emulator.type(`'Key results'!C7`, 'Said otherwise');
    expect(made['Key result']).toBe('Outcome KR1');
    const again = await valueOf(
      emulator,
      'saveReview',
      toSave(decided('KR1', 'carry on', 'Second', { decision: 'carry on', learnt: 'First' })),
    );
    expect(again.created).toEqual([]);
    expect(recordsOf(emulator, 'Objectives')).toHaveLength(5);
    expect(recordsOf(emulator, 'Key results')).toHaveLength(6);
    const rows = page(emulator).filter((row) => String(row[0]).startsWith('KR'));
    expect(rows.map((row) => [row[0], ...row.slice(7)])).toEqual([
      ['KR1', 'Second', 'carry on', 'KR5'],
      ['KR2', 'Legal', 'cascade', 'O4'],
      ['KR3', '', '', ''],
    ]);
  });

  test('that is cut off at any of its service calls is finished by the next try, once', async () => {
    const wanted = toSave(decided('KR1', 'carry on'), decided('KR2', 'cascade'));
    const counted = open(GOALS, VIC);
    const places = await okr.writingCalls(counted, () => valueOf(counted, 'saveReview', wanted));
    expect(places.length).toBeGreaterThan(4);
    for (const at of places) {
      const emulator = open(GOALS, VIC);
      emulator.onServiceCall = (call) => {
        if (call.index === at) call.kill();
      };
      await ask(emulator, 'saveReview', wanted).catch(() => null);
      emulator.onServiceCall = null;
      emulator.advance(10 * 60_000);
      await valueOf(emulator, 'saveReview', wanted);
      const objectives = recordsOf(emulator, 'Objectives').map((row) => row['Parent']);
      expect(objectives, `cut at call ${String(at)}`).toEqual(['KR1', '', '', 'O1', 'KR2']);
      expect(recordsOf(emulator, 'Key results'), `cut at call ${String(at)}`).toHaveLength(6);
      books.closeLast();
    }
  });

  test('is written by each owner for what is theirs, and nobody writes over the words of another', async () => {
    const emulator = open();
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'drop', 'Too late')));
    const own = decided('KR3', 'drop', 'Too early');
    emulator.user = BO;
    // As the sidebar sends it: with what it was shown of the others.
    const shown = decided('KR1', 'drop', 'Too late', { decision: 'drop', learnt: 'Too late' });
    await valueOf(emulator, 'saveReview', toSave(shown, own));
    expect(await ask(emulator, 'saveReview', toSave(decided('KR1', 'carry on', '')))).toMatchObject({
      ok: false,
      code: 'not yours',
    });
    emulator.user = VIC;
    expect(await ask(emulator, 'saveReview', toSave(decided('KR3', 'carry on', 'Just right')))).toMatchObject({
      ok: false,
      code: 'stale',
      message: expect.stringContaining('KR3: "Too early" there, "Just right" yours') as string,
    });
    const rows = page(emulator).filter((row) => String(row[0]).startsWith('KR'));
    expect(rows.map((row) => [row[0], row[7], row[8]])).toEqual([
      ['KR1', 'Too late', 'drop'],
      ['KR2', '', ''],
      ['KR3', 'Too early', 'drop'],
    ]);
  });

  test('that is decided otherwise drops what it had made, and takes it up again', async () => {
    const emulator = open(GOALS, VIC);
    const stateOfMade = () => recordOf(emulator, 'Key results', 'KR5')['State'];
    const seenAs = (decision: Decision['decision']) => ({ decision, learnt: '' });
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'carry on')));
    expect(stateOfMade()).toBe('');
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'drop', '', seenAs('carry on'))));
    expect(stateOfMade()).toBe('dropped');
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'carry on', '', seenAs('drop'))));
    expect(stateOfMade()).toBe('');
    expect(recordsOf(emulator, 'Key results')).toHaveLength(6);
  });

  test('carries each of several key results of one text on, and asks for a new target where it was reached', async () => {
    const twin = (id: string, account: string, current: number) =>
      keyResultRow(id, { 'Key result': 'Adoption', Account: account, Current: current });
    const emulator = open(
      { ...GOALS, 'Key results': [okr.KEY_RESULT_HEADERS, twin('KR1', 'Northwind', 80), twin('KR2', 'Acme', 60)] },
      VIC,
    );
    await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'carry on'), decided('KR2', 'carry on')));
    expect(recordsOf(emulator, 'Key results').slice(2)).toMatchObject([
      { Account: 'Northwind', Baseline: 80, Target: '' },
      { Account: 'Acme', Baseline: 60, Target: 80 },
    ]);
  });

  test('leaves formulas and says so, and what stands beside the page', async () => {
    const emulator = open(GOALS, VIC);
    emulator.type("'Key results'!P2", '="act"&"ive"');
    await emulator.calculated();
    const first = await valueOf(emulator, 'saveReview', toSave(decided('KR1', 'drop')));
    expect(first.left).toEqual(['State of KR1']);
    emulator.type("'Review 2026-Q2'!L5", 'My own note');
    await valueOf(emulator, 'saveReview', toSave(decided('KR2', 'drop')));
    expect(emulator.values("'Review 2026-Q2'!L5")).toEqual([['My own note']]);
  });

  test('never writes over a tab that somebody made by hand', async () => {
    const emulator = open({ ...GOALS, 'Review 2026-Q2': [['My notes']] });
    const before = emulator.save().sheets;
    expect(await ask(emulator, 'saveReview', toSave(decided('KR1', 'drop')))).toMatchObject({
      ok: false,
      code: 'not set up',
      message: expect.stringContaining("The tab Review 2026-Q2 is not Bellwether's") as string,
    });
    expect(emulator.save().sheets).toEqual(before);
  });

  test.each([
    { name: 'of no quarter', request: { quarter: 'soon' }, code: 'bad request', message: 'write it as 2026-Q4' },
    { name: 'of nothing', request: { keyResults: [] }, code: 'bad request', message: 'use a list of 1 to 200' },
    {
      name: 'with no decision',
      request: { keyResults: [decided('KR1', '' as 'drop')] },
      code: 'bad request',
      message: 'decision, is ""',
    },
    {
      name: 'of another quarter',
      request: { keyResults: [decided('KR0', 'drop')] },
      code: 'stale',
      message: 'KR0 is not in 2026-Q2',
    },
    {
      name: "of somebody else's",
      request: { keyResults: [decided('KR3', 'drop')] },
      code: 'not yours',
      message: `belongs to ${BO}`,
    },
  ])('$name is refused, and nothing is written', async ({ request, code, message }) => {
    const emulator = open();
    const before = emulator.save().sheets;
    expect(await ask(emulator, 'saveReview', { ...toSave(decided('KR1', 'drop')), ...request })).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(emulator.save().sheets).toEqual(before);
  });
});

describe('calibration', () => {
  /** Key results that are over: the odd ones met their target, and each has an entry of 8 by somebody. */
  function settled(count: number, people: readonly string[]): Sheets {
    const rows = Array.from({ length: count }, (_, i) => {
      const dates = { Start: dayCell('2026-01-01'), Due: dayCell('2026-03-31') };
      const id = `P${String(i)}`;
      return { id, row: keyResultRow(id, dates), value: i % 2 === 0 ? 80 : 50, by: people[i % people.length] };
    });
    const entries = rows.map(({ id, value, by }): BookCell[] => checkInRow('2026-03-23', id, value, 8, by ?? ME));
    const open = keyResultRow('OPEN', { Current: 80 });
    return {
      ...GOALS,
      'Key results': [okr.KEY_RESULT_HEADERS, open, ...rows.map(({ row }) => row)],
      'Check-ins': [okr.CHECK_IN_HEADERS, checkInRow('2026-04-20', 'OPEN', 80, 1), ...entries],
    };
  }

  test("shows one's own and the team's: five of ten came true that were said with 8", async () => {
    const { calibration } = await valueOf(open(settled(10, [ME])), 'review', {});
    expect(calibration.mine).toMatchObject({ person: ME, settled: 10 });
    // 5 * 0.2² + 5 * 0.8², by 10.
    expect(calibration.mine.brier).toBeCloseTo(0.34, 12);
    expect(calibration.mine.bands.find(({ said }) => said === '7-8')).toMatchObject({ met: 5, of: 10 });
    expect(calibration.team).toMatchObject({ person: null, settled: 10 });
  });

  test('counts nothing that was dropped, said after the due day, out of range or by nobody, and no value of later', async () => {
    const sheets = settled(12, [ME]);
    const [header = [], open1 = [], first = [], second = [], third = [], fourth = [], ...rest] =
      sheets['Key results'] ?? [];
    const dropped = first.map((cell, at) => (header[at] === 'State' ? 'dropped' : cell));
    const [entryHeader = [], openEntry = [], one = [], two = [], three = [], four = [], ...others] =
      sheets['Check-ins'] ?? [];
    const { calibration } = await valueOf(
      open({
        ...sheets,
        'Key results': [header, open1, dropped, second, third, fourth, ...rest],
        'Check-ins': [
          ...[entryHeader, openEntry, one],
          two.map((cell, at) => (entryHeader[at] === 'Confidence' ? 80 : cell)),
          three.map((cell, at) => (entryHeader[at] === 'By' ? '' : cell)),
          four.map((cell, at) => (entryHeader[at] === 'When' ? dayCell('2026-04-02') : cell)),
          ...others,
          // A value of the next quarter changes nothing: P11 missed its target on its due day.
          checkInRow('2026-04-20', 'P11', 80, 9),
        ],
      }),
      'review',
      {},
    );
    expect(calibration.mine).toMatchObject({
      settled: 8,
      bands: expect.arrayContaining([expect.objectContaining({ said: '7-8', met: 4, of: 8 })]) as unknown,
    });
  });

  test('keeps what was said in time when the week is put right after the due day', async () => {
    const sheets = settled(10, [ME]);
    const late = checkInRow('2026-03-23', 'P0', 80, 0).map((cell, at) => (at === 0 ? dayCell('2026-04-02') : cell));
    const view = await valueOf(open({ ...sheets, 'Check-ins': [...(sheets['Check-ins'] ?? []), late] }), 'review', {});
    expect(view.calibration.mine).toMatchObject({ settled: 10 });
    expect(view.calibration.mine.bands.find(({ said }) => said === '7-8')).toMatchObject({ met: 5, of: 10 });
  });

  test('counts key results without a due day from the end of their quarter on', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => {
      return keyResultRow(`P${String(i)}`, { Objective: 'O0', Start: null, Due: null });
    });
    const entries = rows.map((_, i) => checkInRow('2026-03-23', `P${String(i)}`, 80, 9));
    const view = await valueOf(
      open({
        ...GOALS,
        'Key results': [okr.KEY_RESULT_HEADERS, ...rows],
        'Check-ins': [okr.CHECK_IN_HEADERS, ...entries],
      }),
      'review',
      {},
    );
    expect(view.calibration.mine).toMatchObject({ settled: 10 });
  });

  test('says that fewer than 10 entries are too few', async () => {
    const { calibration } = await valueOf(open(settled(9, [ME])), 'review', {});
    expect(calibration.mine).toMatchObject({ settled: 9, brier: null });
    expect(calibration.mine.words).toContain('there are 9');
  });

  test.each([
    { name: 'two people', people: [ME, BO], team: 0 },
    { name: 'one other', people: [BO], team: 0 },
    { name: 'three people', people: [ME, BO, MO], team: 24 },
  ])("never lets the team's tell another person's: $name", async ({ people, team }) => {
    const { calibration } = await valueOf(open(settled(24, people)), 'review', {});
    expect(calibration.team.settled).toBe(team);
    expect(calibration.mine.settled).toBe(people.includes(ME) ? 24 / people.length : 0);
    expect(JSON.stringify(calibration)).not.toContain(BO);
  });
});
