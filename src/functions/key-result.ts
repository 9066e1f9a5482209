import { keyResultProgress, keyResultStatus, pace, type KeyResultStatus } from '../domain/okr/key-result.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Days, Numbers } from './columns.js';
import { cellComplaint, message } from './messages.js';
import { answerColumn, type SharedRow } from './row-answers.js';
import { Truths } from './truths.js';

/** The three numbers of key results, and the progress that they make. */
class KeyResults {
  readonly baselines: Numbers;
  readonly targets: Numbers;
  readonly currents: Numbers;

  constructor(
    private readonly call: Arguments,
    baseline: Cell,
    target: Cell,
    current: Cell,
  ) {
    this.baselines = new Numbers('baseline', baseline);
    this.targets = new Numbers('target', target);
    this.currents = new Numbers('current', current);
  }

  /** Null where the current value is not known, and where a cell does not fit. */
  progressAt(row: SharedRow): number | null {
    const baseline = row.at(this.baselines);
    const target = row.at(this.targets);
    const current = row.at(this.currents);
    if (baseline === null || target === null) return null;
    const progress = keyResultProgress({ baseline, target, current: current ?? target });
    if (progress.ok) return current === null ? null : progress.value;
    this.call.stray(row.where(this.targets), cellComplaint.sameAsBaseline(target));
    return null;
  }
}

/** `KRPROGRESS(baseline, target, current, [cap])`. */
export function krprogress(baseline: Cell, target: Cell, current: Cell, cap: Cell) {
  const call = new Arguments('KRPROGRESS');
  call.needs({ baseline, target, current });
  const isCapped = call.single(new Truths('cap', cap)) === true;
  const keyResults = new KeyResults(call, baseline, target, current);
  return answerColumn(call, [keyResults.baselines, keyResults.targets], [keyResults.currents], (row) => {
    const progress = keyResults.progressAt(row);
    if (progress === null) return '';
    return isCapped ? Math.min(1, Math.max(0, progress)) : progress;
  });
}

/** `KRPACE(start, end, today)`. */
export function krpace(zone: () => string, start: Cell, end: Cell, today: Cell) {
  const call = new Arguments('KRPACE');
  call.needs({ start, end, today });
  const day = call.single(new Days('today', today, zone));
  const starts = new Days('start', start, zone);
  const ends = new Days('end', end, zone);
  const paces = answerColumn(call, [starts, ends], [], (row) => {
    const period = { start: row.at(starts), end: row.at(ends) };
    if (period.start === null || period.end === null || day === null) return '';
    const elapsed = pace({ start: period.start, end: period.end }, day);
    if (elapsed.ok) return elapsed.value;
    call.stray(row.where(ends), cellComplaint.endNotAfterStart());
    return '';
  });
  return day === null ? call.refuse(message.blankArgument('today')) : paces;
}

/** `KRSTATUS(baseline, target, current, start, end, today)`. */
export function krstatus(
  zone: () => string,
  baseline: Cell,
  target: Cell,
  current: Cell,
  start: Cell,
  end: Cell,
  today: Cell,
) {
  const call = new Arguments('KRSTATUS');
  call.needs({ baseline, target, current, start, end, today });
  const day = call.single(new Days('today', today, zone));
  const keyResults = new KeyResults(call, baseline, target, current);
  const starts = new Days('start', start, zone);
  const ends = new Days('end', end, zone);
  const { baselines, targets, currents } = keyResults;
  const statuses = answerColumn<KeyResultStatus>(call, [baselines, targets, starts, ends], [currents], (row) => {
    const progress = keyResults.progressAt(row);
    const period = { start: row.at(starts), end: row.at(ends) };
    if (period.start === null || period.end === null || day === null) return '';
    const status = keyResultStatus(progress, { start: period.start, end: period.end }, day);
    if (status.ok) return status.value;
    call.stray(row.where(ends), cellComplaint.endNotAfterStart());
    return '';
  });
  return day === null ? call.refuse(message.blankArgument('today')) : statuses;
}
