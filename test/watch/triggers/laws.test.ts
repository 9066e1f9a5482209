import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../../src/records/mapping.js';
import { SETTINGS } from '../../../src/records/setting-schemas.js';
import { ALL_TABS } from '../../../src/records/tabs/index.js';
import type { Finding, Judgements } from '../../../src/watch/finding.js';
import { OTHER_TRIGGERS } from '../../../src/watch/triggers/index.js';
import { workbook } from '../../records/tables.js';
import { ago, ANA, clockOn, set, TEAM, TODAY, VP } from './books.js';

const NAMES = ['Acme', 'Bolt', 'Cubit', 'acme', 'Nobody'];
const days = fc.integer({ min: -40, max: 800 }).map(ago);
const odd = fc.constantFrom<unknown>(
  '',
  '#N/A',
  'Loading...',
  true,
  new Date(NaN),
  1e300,
  -1,
  ' ',
  '=1',
  'constructor',
);
const byHeader: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Account: fc.constantFrom(...NAMES),
  Id: fc.constantFrom('1', '2', 'Acme: QBR', '__proto__'),
  'Key result': fc.constantFrom('1', '2', 'Acme: QBR'),
  Health: fc.constantFrom('red', 'yellow', 'green', '42', 69, 0.4),
  CSM: fc.constantFrom(ANA, 'team', VP, 'zoe@northlight.example'),
  Stage: fc.constantFrom('won', 'open', 'Closed lost'),
};

/** Cells as a tab of the schema may hold them, some of them odd. */
function cellOf(header: string, type: string): fc.Arbitrary<unknown> {
  const usual =
    byHeader[header] ??
    (type === 'day' || type === 'moment'
      ? days
      : type === 'number'
        ? fc.integer({ min: 0, max: 500 })
        : fc.constantFrom('', 'a', ANA));
  return fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

const INPUTS = [
  'Accounts',
  'Key results',
  'Check-ins',
  'Reviews',
  'Commitments',
  'Handoffs',
  'Renewals',
  'Expansion',
  'Revenue',
];

/** Columns that no trigger reads. */
const UNREAD = new Set([
  ...['Segment', 'First value', 'Churn cause', 'Executive sponsor', 'Headcount', 'Seats', 'Seats used'],
  ...['Overdue invoices', 'Objective', 'Kind', 'Indicator', 'Unit', 'Baseline', 'Target', 'Current', 'Source', 'Value'],
  ...['Confidence', 'Blocker', 'Note', 'By', 'Entry id', 'Outcome', 'Motion', 'Credit', 'Likelihood', 'Quality'],
]);

const anyTable = (name: string): fc.Arbitrary<RawTable> => {
  const schema = ALL_TABS.find(({ tab }) => tab === name);
  if (!schema) throw new Error(name);
  const columns = Object.values(schema.columns).filter(({ header }) => !UNREAD.has(header));
  const row = fc.tuple(...columns.map(({ header, type }) => cellOf(header, type)));
  return fc
    .array(row, { maxLength: 6 })
    .map((rows) => ({ tab: name, values: [columns.map(({ header }) => header), ...rows] }));
};

const anyBook = fc.tuple(...INPUTS.map(anyTable), fc.boolean()).map((parts) => {
  const tables = parts.filter((part) => typeof part === 'object');
  return parts[parts.length - 1] === true ? [...tables, TEAM] : tables;
});

/** No table of these tests sets what a clock depends on. */
const CLOCK = clockOn(TODAY, workbook());

function judgeAll(tables: readonly RawTable[]): readonly Judgements[] {
  const records = workbook(...tables);
  return Object.values(OTHER_TRIGGERS).map(({ judge }) => judge(records, CLOCK));
}

/** Judgements without what names a row. */
function withoutPlaces(all: readonly Judgements[]): unknown {
  return all.map((judgements) =>
    [...judgements]
      .map(
        ([subject, verdict]) => [subject, typeof verdict === 'string' ? verdict : { ...verdict, place: null }] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const findingsOf = (all: readonly Judgements[]): readonly (readonly [string, Finding])[] =>
  all.flatMap((judgements) =>
    [...judgements].flatMap(([subject, one]) => (typeof one === 'object' ? [[subject, one] as const] : [])),
  );

describe('every trigger', () => {
  it('judges any cells without throwing, and the same when asked again', () => {
    fc.assert(
      fc.property(anyBook, (tables) => {
        const records = workbook(...tables);
        for (const { judge } of Object.values(OTHER_TRIGGERS)) {
          expect(judge(records, CLOCK)).toEqual(judge(records, CLOCK));
        }
      }),
    );
  });

  it('gives findings that a message can be made of', () => {
    fc.assert(
      fc.property(anyBook, (tables) => {
        for (const [subject, finding] of findingsOf(judgeAll(tables))) {
          expect(finding.subject).toBe(subject);
          expect(Number.isInteger(finding.since) && finding.since <= TODAY).toBe(true);
          expect(finding.exposure === null || Number.isFinite(finding.exposure)).toBe(true);
          for (const words of [finding.headline, finding.clears, ...finding.facts]) {
            expect(words).toMatch(/\S/);
            expect(words).not.toMatch(/undefined|NaN|null/);
          }
        }
      }),
    );
  });

  it('does not care in which order rows stand, where no row contradicts another', () => {
    /** What tells rows apart; of two that it does not, the last one counts here. */
    const keys: Readonly<Record<string, readonly string[]>> = {
      ...{ Accounts: ['Account'], 'Key results': ['Id'], Handoffs: ['Account', 'Closed'] },
    };
    const distinct = ({ tab, values: [header = [], ...rows] }: RawTable): RawTable => {
      const places = keys[tab]?.map((name) => header.indexOf(name));
      const keyOf = (row: readonly unknown[]) => places?.map((at) => String(row[at]).trim().toLowerCase()).join('\n');
      const last = new Map([...rows].reverse().map((row) => [keyOf(row), row]));
      return { tab, values: [header, ...(places ? last.values() : rows)] };
    };
    const reversed = ({ tab, values: [header = [], ...rows] }: RawTable): RawTable => {
      return { tab, values: [header, ...rows.reverse()] };
    };
    fc.assert(
      fc.property(anyBook, (tables) => {
        const book = tables.map(distinct);
        expect(withoutPlaces(judgeAll(book.map(reversed)))).toEqual(withoutPlaces(judgeAll(book)));
      }),
    );
  });

  it('gives nothing when it is switched off', () => {
    const { missedCadence, velocityDrop, kpiDrift, ownerAbsence, dependencyBreach } = SETTINGS;
    const names = [missedCadence, velocityDrop, kpiDrift, ownerAbsence, dependencyBreach].map(({ name }) => name);
    const off = set(...names.map((name) => [name, 'off'] as const));
    fc.assert(
      fc.property(anyBook, (tables) => {
        expect(judgeAll([...tables, off]).map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
      }),
    );
  });
});
