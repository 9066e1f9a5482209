const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `1,234.5`. */
function shownNumber(value: number): string {
  return NUMBER.format(value);
}

/** `1 account`, `118 accounts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${shownNumber(count)} ${count === 1 ? one : many}`;
}

/** A value with its unit: `62 %`, `$380,000`. */
export function withUnit(value: number, unit: string): string {
  if (/^[$€£¥]$/.test(unit)) return `${value < 0 ? '-' : ''}${unit}${shownNumber(Math.abs(value))}`;
  return unit === '' ? shownNumber(value) : `${shownNumber(value)} ${unit}`;
}

/** `usage`, `usage and tickets`, `usage, tickets and NPS`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** `From 41 to 85 % by Tue 30 Jun`; "" where nothing of it is known. The unit is said once, unless it stands before the number. */
export function wayOf(baseline: number | null, target: number | null, unit: string, due = ''): string {
  const startUnit = target === null || withUnit(0, unit).startsWith(unit) ? unit : '';
  return [
    baseline === null ? '' : `from ${withUnit(baseline, startUnit)}`,
    target === null ? '' : `to ${withUnit(target, unit)}`,
    due && `by ${due}`,
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/^./, (letter) => letter.toUpperCase());
}
