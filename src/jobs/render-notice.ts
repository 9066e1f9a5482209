import { bookAddress, rowLinks } from '../google/tables.js';
import { renderAlertMail } from '../messages/alert-mail.js';
import type { AlertToTell } from '../messages/alert-mail-input.js';
import { renderDigestMail } from '../messages/digest-mail.js';
import { renderInterventionMail } from '../messages/intervention-mail.js';
import type { MailInput } from '../messages/mail-input.js';
import type { Message } from '../messages/message.js';
import { renderPatternMail } from '../messages/pattern-mail.js';
import { mappingOf } from '../records/mapping.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import { standingOf } from '../watch/recipients.js';
import { priorityOf, totalPriority } from '../watch/priority.js';
import { digest } from '../watch/reports/digest.js';
import type { ReportKind } from '../watch/reports/due-reports.js';
import { intervention } from '../watch/reports/intervention.js';
import { patternBrief } from '../watch/reports/pattern.js';
import type { LineToTell, StillToTell } from '../watch/still-to-tell.js';
import { memoryOf } from '../watch/told.js';
import type { Scanned } from './scan.js';
import { summaryOf } from './scan-summary.js';

/** Links to rows of any tab, each tab looked up once. */
function linkMaker(): (tab: string, row: number) => string {
  const links = new Map<string, (row: number) => string>();
  return (tab, row) => {
    const linkTo = links.get(tab) ?? rowLinks(tab);
    links.set(tab, linkTo);
    return linkTo(row);
  };
}

/** What goes before anything else when the mail quota is short: a decision that is wanted; and last: what can wait a day. */
const REPORT_PRIORITY: Readonly<Record<ReportKind, number>> = { intervention: Infinity, pattern: 0, digest: 0 };

/** A value that is made when it is first asked for, and then kept. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

type Told = Exclude<StillToTell, { kind: 'nothing' | 'unknown' }>;

/** Renders notices from what was found and decided by this run. */
export function noticeRenderer({
  clock,
  judged,
  outcome,
  blocked,
}: Scanned): (notice: NoticeRecord, told: Told) => { readonly message: Message; readonly priority: number } {
  const { after, people } = outcome;
  const { values, mapping } = after.settings;
  const linkTo = linkMaker();
  const accounts = mappingOf(accountsTab, mapping).tab;
  const linked = <Item extends { readonly row: number | null }>(item: Item): Item & { readonly link: string } => {
    return { ...item, link: linkTo(accounts, item.row ?? 1) };
  };
  const memory = memoryOf(after.notices);
  const headlines = new Map(outcome.decisions.map(({ key, finding }) => [key, finding?.headline]));
  const book = bookAddress();

  const alertToTell = ({ alert, level, finding }: LineToTell, recipient: string): AlertToTell => {
    const sent = memory.get(alert.key)?.sent.get(1);
    return {
      ...finding,
      key: alert.key,
      level,
      standing: standingOf(finding, recipient, people),
      since: alert.since,
      openedOn: clock.dayOf(alert.opened),
      ...(sent === undefined ? {} : { firstToldOn: clock.dayOf(sent) }),
      ...(finding.bent ? { indicators: alert.subject?.split(', ') ?? [] } : {}),
      link: finding.place
        ? linkTo(finding.place.tab, finding.place.row)
        : linkTo(alertsTab.tab, Math.max(1, alert.row)),
      priority: priorityOf(finding, clock.today),
    };
  };
  // Each report is the same for everybody whom it goes to.
  const pattern = once(() => patternBrief(after, clock, people));
  const asked = once(() => {
    const all = intervention(after, clock, ({ key, trigger }) => headlines.get(key) ?? trigger.toLowerCase());
    return { ...all, accounts: all.accounts.map(linked) };
  });
  const weekly = once(() => {
    const health = { withoutData: summaryOf(judged, after).withoutDataCount, unreadable: blocked };
    const { changes, ...rest } = digest(after, clock, health);
    return { ...rest, changes: changes.map(linked) };
  });
  const report = (kind: ReportKind, mail: MailInput): Message => {
    if (kind === 'pattern') return renderPatternMail({ ...mail, ...pattern() });
    if (kind === 'intervention') return renderInterventionMail({ ...mail, ...asked() });
    return renderDigestMail({ ...mail, ...weekly() });
  };
  const broken = outcome.decisions.flatMap(({ trigger, key, finding }) => {
    return trigger === 'Dependency breach' && key !== undefined && finding ? [finding] : [];
  });

  return (notice, told) => {
    const mail: MailInput = {
      recipientName: people.find(notice.recipient)?.name ?? null,
      today: clock.today,
      ...book,
      currency: values.currency,
      noticeId: notice.id,
    };
    if (told.kind !== 'alerts') return { message: report(told.kind, mail), priority: REPORT_PRIORITY[told.kind] };
    const alerts = told.lines.map((line) => alertToTell(line, notice.recipient));
    alerts.sort((one, other) => (other.priority ?? -1) - (one.priority ?? -1) || (one.key < other.key ? -1 : 1));
    const { bendWeeks, stepHours } = values;
    const level = Math.max(...alerts.map((alert) => alert.level));
    const message = renderAlertMail({ ...mail, level, alerts, broken, week: clock.week, bendWeeks, stepHours });
    return { message, priority: totalPriority(alerts) };
  };
}
