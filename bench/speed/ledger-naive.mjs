import { midnights } from './ledger-by-hand.mjs';

/**
 * MRRMOVEMENTS as it is written at first sight, by filters and sums: every account and month looks at every row.
 *
 * @param {{ accounts: string[][], dates: Date[][], mrr: number[][] }} ledger
 * @param {string} zone
 * @returns {(number | string | Date)[][]} rows of MRRMOVEMENTS.
 */
export function naiveMovements({ accounts, dates, mrr }, zone) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' });
  const rows = accounts.map(([account = ''], row) => ({
    account,
    month: format.format(dates[row]?.[0]),
    mrr: mrr[row]?.[0] ?? 0,
  }));
  const names = [...new Set(rows.map(({ account }) => account))];
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  const paid = months.map((month) =>
    names.map((name) => sum(rows.filter((row) => row.account === name && row.month === month).map((row) => row.mrr))),
  );
  const midnight = midnights(zone);
  return paid.map((closing, month) => {
    const pairs = closing.map((now, name) => ({
      now,
      before: paid[month - 1]?.[name] ?? 0,
      hasPaid: paid.slice(0, month).some((earlier) => (earlier[name] ?? 0) > 0),
    }));
    const opened = pairs.filter(({ before }) => before > 0);
    const stayed = opened.filter(({ now }) => now > 0);
    const begun = pairs.filter(({ before, now }) => before === 0 && now > 0);
    const opening = sum(opened.map(({ before }) => before));
    const ratios = [
      sum(opened.map(({ now }) => now)) / opening,
      sum(opened.map(({ before, now }) => Math.min(before, now))) / opening,
      stayed.length / opened.length,
    ];
    const [year = NaN, ofYear = NaN] = (months[month] ?? '').split('-').map(Number);
    return [
      midnight(year * 12 + ofYear - 1),
      opening,
      sum(begun.filter(({ hasPaid }) => !hasPaid).map(({ now }) => now)),
      sum(stayed.map(({ before, now }) => Math.max(now - before, 0))),
      sum(stayed.map(({ before, now }) => Math.max(before - now, 0))),
      sum(opened.filter(({ now }) => now === 0).map(({ before }) => before)),
      sum(begun.filter(({ hasPaid }) => hasPaid).map(({ now }) => now)),
      sum(closing),
      ...ratios.map((ratio) => (opening > 0 ? ratio : '')),
    ];
  });
}
