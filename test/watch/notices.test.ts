import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/records/workbook.js';
import { readLines, writeLine } from '../../src/watch/alert-key.js';
import type { Judged } from '../../src/watch/decide.js';
import type { Finding, NoFinding } from '../../src/watch/finding.js';
import { isFirstPart, messageId } from '../../src/watch/notice-parts.js';
import { peopleOf } from '../../src/watch/people.js';
import { tellingReader } from '../../src/watch/still-to-tell.js';
import { memoryOf } from '../../src/watch/told.js';
import { workbook } from '../records/tables.js';
import { DAY, finding, HOUR, MAYA, MONDAY, sent, told } from './fixtures.js';

describe('the lines of a notice', () => {
  it('are read as they were written, whatever the subject', () => {
    const key = fc
      .string({ minLength: 1 })
      .map((name) => `Momentum decay | ${name.replace(/[\r\n]+/g, ' ')} | 2026-05-04`);
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 3 }), fc.boolean(), (name, level, isDropped) => {
        expect(readLines(writeLine({ key: name, level, isDropped }))).toEqual([{ key: name, level, isDropped }]);
      }),
    );
  });

  it('without a step are of the first, and a report has a key of its own', () => {
    expect(readLines('Momentum decay | A @2 | 2026-05-04\nDigest | 2026-11-27')).toEqual([
      { key: 'Momentum decay | A @2 | 2026-05-04', level: 1, isDropped: false },
      { key: 'Digest | 2026-11-27', level: 1, isDropped: false },
    ]);
  });
});

describe('a plan of notices', () => {
  it('has one a recipient, the highest priority first, at its highest step', () => {
    const findings = {
      C1: finding({ exposure: 10 }),
      C2: finding({ subject: 'C2', exposure: null }),
      C3: finding({ subject: 'C3', exposure: 30 }),
    };
    const first = told(workbook(), findings);
    expect(first.planned).toHaveLength(1);
    expect(readLines(first.planned[0]?.alerts ?? '').map(({ key }) => key.split(' | ')[1])).toEqual(['C3', 'C1', 'C2']);
    const more = { ...findings, C4: finding({ subject: 'C4', exposure: 20 }) };
    const later = told(sent(first.after, MONDAY), more, MONDAY + 48 * HOUR);
    expect(later.planned).toMatchObject([{ recipient: MAYA, level: 2 }]);
    expect(readLines(later.planned[0]?.alerts ?? '').map(({ level }) => level)).toEqual([2, 1, 2, 2]);
  });

  it('is split where a cell could not hold its keys, of which none is lost', () => {
    const subjects = Array.from({ length: 3000 }, (_, i) => `Promise ${String(i)}`);
    const all = Object.fromEntries(subjects.map((subject) => [subject, finding({ subject })]));
    const { planned } = told(workbook(), all);
    expect(planned.length).toBeGreaterThan(1);
    expect(Math.max(...planned.map(({ alerts }) => alerts.length))).toBeLessThan(49_000);
    expect(new Set(planned.flatMap(({ alerts }) => alerts.split('\n'))).size).toBe(3000);
    expect(new Set(planned.map(({ id }) => id)).size).toBe(planned.length);
    expect(planned.filter(isFirstPart)).toHaveLength(1);
    expect(new Set(planned.map(messageId)).size).toBe(1);
  });

  it('that is split is told, or not, as its first notice is', () => {
    const [head] = told(workbook(), { C1: finding() }).planned;
    if (!head) throw new Error('nothing was planned');
    const part = { ...head, id: `${head.id} part 2`, alerts: 'Dependency breach | C2 | 2026-05-20 @1' };
    const tellings = (state: string) => {
      const memory = memoryOf([{ ...head, state, sent: MONDAY }, part]);
      return [...memory.values()].map(({ sent: at, waitingFor, byRecipient }) => [
        at.size,
        waitingFor.size,
        byRecipient.size,
      ]);
    };
    expect(tellings('sent')).toEqual([
      [1, 0, 1],
      [1, 0, 1],
    ]);
    expect(tellings('dropped')).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(tellings('sending')).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ]);
  });

  it('gives no id twice and tells each recipient of an alert once a step, tick after tick', () => {
    const owners = ['a@x.example', 'b@x.example', 'team', MAYA];
    const tick = fc.record({ owner: fc.constantFrom(...owners), hours: fc.nat(60), holds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 12 }), (ticks) => {
        let records: Records = workbook();
        let at = MONDAY;
        for (const { owner, hours, holds } of ticks) {
          at += hours * HOUR;
          const verdict = holds ? finding({ owner }) : 'no data';
          records = sent(told(records, { C1: verdict }, at).after, at);
        }
        const ids = records.notices.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const lines = records.notices.flatMap(({ recipient, alerts }) =>
          alerts.split('\n').map((line) => recipient + line),
        );
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });
});

describe('what a notice that waits still has to tell', () => {
  const judged = (verdicts: Record<string, Finding | NoFinding>): Judged => {
    return new Map([['Dependency breach', new Map(Object.entries(verdicts))]]);
  };
  const findings = { C1: finding(), C2: finding({ subject: 'C2' }) };
  const { after, planned } = told(workbook(), findings);
  const [notice] = planned;
  if (!notice) throw new Error('nothing was planned');
  const withState = (state: string) => after.alerts.map((alert, i) => (i === 0 ? { ...alert, state } : alert));
  const read = (alerts: Records['alerts'], verdicts: Record<string, Finding | NoFinding> = findings) => {
    return tellingReader(judged(verdicts), { after: { alerts }, people: peopleOf([]), reports: new Map() })(notice);
  };

  it('is everything that is open and holds', () => {
    expect(read(after.alerts)).toMatchObject({ kind: 'alerts', lines: [{ level: 1 }, { level: 1 }] });
  });

  it.each(['acknowledged', 'snoozed', 'resolved'])(
    'is not what was %s meanwhile, which counts as not told',
    (state) => {
      const telling = read(withState(state));
      if (telling.kind !== 'alerts') throw new Error(telling.kind);
      expect(telling.lines).toHaveLength(1);
      expect(telling.alerts.split('\n').filter((line) => line.endsWith(' dropped'))).toHaveLength(1);
      const rest = memoryOf([{ ...notice, alerts: telling.alerts }]);
      expect([...rest.values()].map(({ byRecipient }) => byRecipient.size).sort()).toEqual([0, 1]);
    },
  );

  it('is nothing when all is over, and not known while there is no data', () => {
    const over = after.alerts.map((alert) => ({ ...alert, state: 'resolved' }));
    expect(read(over)).toEqual({ kind: 'nothing' });
    expect(read(after.alerts, { C1: 'no data', C2: 'no data' })).toEqual({ kind: 'unknown' });
    expect(read(after.alerts, {})).toEqual({ kind: 'unknown' });
  });

  it('is not what went over to another owner, who is told instead', () => {
    const moved = { C1: finding({ owner: 'ben@x.example' }), C2: finding({ subject: 'C2' }) };
    expect(read(after.alerts, moved)).toMatchObject({ kind: 'alerts', lines: [{ alert: { subject: 'C2' } }] });
    const all = { ...moved, C2: finding({ subject: 'C2', owner: 'ben@x.example' }) };
    expect(read(after.alerts, all)).toEqual({ kind: 'nothing' });
    expect(told(after, all, MONDAY + HOUR).planned).toMatchObject([{ recipient: 'ben@x.example', level: 1 }]);
  });

  it.each([
    ['is named now', 'Digest | 2026-05-22', 'digest'],
    ['has a later one', 'Digest | 2026-05-15', 'nothing'],
    ['nobody needs', 'Intervention | 2026-Q2', 'nothing'],
  ])('of a report that %s', (_, key, kind) => {
    const reports = new Map([['Digest | 2026-05-22', new Set([MAYA])]]);
    const readReport = tellingReader(judged({}), { after, people: peopleOf([]), reports });
    expect(readReport({ ...notice, alerts: `${key} @0` })).toEqual({ kind });
    expect(readReport({ ...notice, alerts: `${key} @0`, recipient: 'former@x.example' })).toEqual({ kind: 'nothing' });
  });

  it('is told again once a snooze that dropped it is over', () => {
    const dropped = { ...after, notices: [{ ...notice, state: 'dropped' }] };
    const again = told(dropped, findings, MONDAY + DAY);
    expect(again.planned).toMatchObject([{ recipient: MAYA, level: 1 }]);
  });
});
