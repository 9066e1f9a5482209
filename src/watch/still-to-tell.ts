import type { AlertRecord } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { Records } from '../records/workbook.js';
import { conditionKey, readLines, writeLine, type ToldLine } from './alert-key.js';
import type { Judged } from './decide.js';
import type { Finding, NoFinding } from './finding.js';
import { isResolved } from './lifecycle.js';
import { owedLevels } from './recipients.js';
import { reportKind, type ReportKind } from './reports/due-reports.js';
import type { Outcome } from './watch-once.js';

/** One alert that a notice still has to tell. */
export interface LineToTell {
  readonly alert: AlertRecord;
  readonly level: number;
  readonly finding: Finding;
}

/** What a notice still has to tell, when it is sent later than it was written. */
export type StillToTell =
  | { readonly kind: 'alerts'; readonly lines: readonly LineToTell[]; readonly alerts: string }
  | { readonly kind: ReportKind }
  /** All that it was about is answered or over. */
  | { readonly kind: 'nothing' }
  /** Nobody can tell just now. */
  | { readonly kind: 'unknown' };

/** What neither holds nor is over. */
const UNKNOWN: readonly string[] = ['unknown', 'no data', 'inhibited'];

/** What the triggers say now, by the conditions that keys name. */
function verdictsOf(judged: Judged): ReadonlyMap<string, Finding | NoFinding> {
  const verdicts = new Map<string, Finding | NoFinding>();
  for (const [trigger, judgements] of judged) {
    if (typeof judgements === 'string') continue;
    for (const [subject, verdict] of judgements) verdicts.set(conditionKey(trigger, subject), verdict);
  }
  return verdicts;
}

/** What a notice is held against: the alerts, people and reports as they are now. */
export type TellingContext = Pick<Outcome, 'people' | 'reports'> & { readonly after: Pick<Records, 'alerts'> };

/**
 * A reader of what notices still have to tell: of the alerts of each those that are open and hold now, and of which its recipient
 * still is to hear. Lines of others are marked as dropped, so that nobody counts as told who was not.
 */
export function tellingReader(
  judged: Judged,
  { after: { alerts }, people, reports }: TellingContext,
): (notice: NoticeRecord) => StillToTell {
  const judgedNow = verdictsOf(judged);
  const open = new Map(
    alerts
      .filter((alert) => alert.state === 'open' && alert.clearSince === null && !isResolved(alert))
      .map((alert) => [alert.key, alert]),
  );
  const verdictOn = (key: string): Finding | NoFinding | 'unknown' => {
    // The newest key of a condition is that of its alert; what follows the last bar is the day.
    if (!open.has(key)) return 'settled';
    return judgedNow.get(key.slice(0, key.lastIndexOf(' | '))) ?? 'unknown';
  };
  return ({ alerts: text, recipient }) => {
    const lines = readLines(text);
    const report = lines[0] && reportKind(lines[0].key);
    // One that waited until the next of its kind is due, or until nobody needs it, would only confuse.
    if (report) return { kind: reports.get(lines[0]?.key ?? '')?.has(recipient) ? report : 'nothing' };
    const verdicts = lines.map(({ key, level, isDropped }) => {
      const verdict = isDropped ? 'settled' : verdictOn(key);
      const isTheirs = typeof verdict === 'string' || owedLevels(verdict, level, people).has(recipient);
      return isTheirs ? verdict : 'settled';
    });
    const told = lines.flatMap(({ key, level }, i): LineToTell[] => {
      const [alert, finding] = [open.get(key), verdicts[i]];
      return alert && typeof finding === 'object' ? [{ alert, level, finding }] : [];
    });
    if (told.length > 0) {
      const kept = lines.map((line, i): ToldLine => ({ ...line, isDropped: typeof verdicts[i] !== 'object' }));
      return { kind: 'alerts', lines: told, alerts: kept.map(writeLine).join('\n') };
    }
    return { kind: verdicts.some((one) => typeof one === 'string' && UNKNOWN.includes(one)) ? 'unknown' : 'nothing' };
  };
}
