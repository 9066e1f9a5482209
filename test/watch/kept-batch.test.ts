import { describe, expect, it } from 'vitest';
import { marksOf, MOST_MESSAGES, sentBefore } from '../../src/jobs/kept-batch.js';
import type { NoticeRecord } from '../../src/records/tabs/notices.js';
import { workbook } from '../records/tables.js';
import { finding, told } from './fixtures.js';

const [plan] = told(workbook(), { C1: finding() }).planned;
if (!plan) throw new Error('nothing was planned');
const first = plan;

function batch(count: number): NoticeRecord[] {
  return Array.from({ length: count }, (_, i) => ({ ...first, id: `2026-05-25 csm${String(i)}@x.example 1` }));
}
const kept = (notices: readonly NoticeRecord[], outcomes: string) => {
  return { marks: marksOf(notices), leaseUntil: 0, outcomes };
};

describe('a batch that was left behind', () => {
  const notices = batch(4);
  const ids = notices.map(({ id }) => id);

  it('is known by what became of each of its messages, whatever rows are left of it', () => {
    expect(sentBefore(notices, kept(notices, 'sfs'))).toEqual([ids[0], ids[2]]);
    expect(sentBefore(notices.slice(2), kept(notices, 'sfs'))).toEqual([ids[2]]);
    expect(sentBefore([...notices].reverse(), kept(notices, 's'))).toEqual([ids[0]]);
    expect(sentBefore([...notices, { ...first, id: 'by hand' }], kept(notices, 'ssss'))).toEqual(ids);
  });

  it('counts the further notices of a message as sent with its first', () => {
    const parts = [first, { ...first, id: `${first.id} part 2` }];
    expect(sentBefore(parts, kept([first], 's'))).toEqual(parts.map(({ id }) => id));
  });

  it('fits into a property, which holds 9 KB, and nearly every message has a mark of its own', () => {
    const many = batch(MOST_MESSAGES);
    const whole = kept(many, 's'.repeat(MOST_MESSAGES));
    expect(JSON.stringify({ ...whole, leaseUntil: Date.UTC(2026, 4, 25) }).length).toBeLessThan(9_000);
    expect(sentBefore(many, kept(many, 's'.repeat(MOST_MESSAGES / 2)))).toHaveLength(MOST_MESSAGES / 2);
  });
});
