import type { Day } from '../domain/calendar/day.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { Records } from '../records/workbook.js';
import type { BentAccount } from './bends.js';
import { scanSignals, type SignalScan } from './momentum-decay.js';

/**
 * What a notice still has to tell: of its alerts, the open ones whose account bends in the week it was about.
 *
 * @returns `unknown` when one of them has no data just now, `nothing` when all are closed or corrected.
 */
export function stillToTell(
  notice: NoticeRecord,
  open: ReadonlyMap<string, string>,
  scan: SignalScan,
): readonly BentAccount[] | 'unknown' | 'nothing' {
  const verdicts = notice.alerts.split('\n').map((key) => scan.verdicts.get(open.get(key) ?? ''));
  const bent = verdicts.flatMap((verdict) => (typeof verdict === 'object' ? [verdict] : []));
  if (bent.length > 0) return bent;
  return verdicts.includes('no data') ? 'unknown' : 'nothing';
}

/** Scans of the weeks that waiting notices are about; mostly the one that was just made. */
export function scansOf(records: Records, made: SignalScan): (week: Day) => SignalScan {
  const scans = new Map([[made.week, made]]);
  return (week) => {
    const scan = scans.get(week) ?? scanSignals(records, week);
    scans.set(week, scan);
    return scan;
  };
}
