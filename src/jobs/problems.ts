import { rowLinks } from '../google/tables.js';
import type { Change, WrittenRow } from '../records/change.js';
import { mappingOf } from '../records/mapping.js';
import type { Problem } from '../records/problem.js';
import { isZone } from '../records/settings.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { noticesTab } from '../records/tabs/notices.js';
import { problemsTab } from '../records/tabs/problems.js';
import { teamTab } from '../records/tabs/team.js';
import type { Records } from '../records/workbook.js';
import type { Finding } from '../watch/finding.js';
import type { Outcome } from '../watch/watch-once.js';
import { parseWorkingDays } from '../watch/working-hours.js';

/** More problems than this are counted, not listed, so that the tab stays one that a person can work through. */
const MOST_PROBLEMS = 1000;

function refusedNotices({ notices }: Records): readonly Problem[] {
  return notices.flatMap(({ row, state, error, recipient }): Problem[] => {
    if (state !== 'due' || error === null) return [];
    const problem = `was refused by the mail service (${error}); it is tried again, correct the address if it is wrong`;
    return [{ tab: noticesTab.tab, row, column: 'Recipient', columnNumber: 0, problem, value: recipient }];
  });
}

function whyUntold({ bent, account, subject, headline, owner }: Finding): string {
  if (bent && account === subject) return 'bends and nobody was told: its CSM is no e-mail address';
  if (owner !== null) return `${headline}, and nobody was told: that is no e-mail address`;
  return `${headline}, and nobody was told: neither this row nor Team names the person's e-mail address`;
}

function missingAddresses({ decisions, after }: Outcome): readonly Problem[] {
  const accounts = mappingOf(accountsTab, after.settings.mapping).tab;
  return decisions.flatMap(({ reason, finding, ...rows }): Problem[] => {
    const alert = rows.after ?? rows.before;
    if (reason !== 'no address' || !finding?.place || (alert?.level ?? 0) > 0) return [];
    const bentAccount = finding.account === finding.subject ? finding.bent : undefined;
    const place = bentAccount ? { tab: accounts, row: bentAccount.accountRow } : finding.place;
    const column = bentAccount ? 'CSM' : '';
    const problem = `${whyUntold(finding)}; type one and the next run tells them`;
    return [{ ...place, column, columnNumber: 0, problem, value: finding.owner ?? '' }];
  });
}

function unusableHours({ team, settings }: Records): readonly Problem[] {
  const { tab } = mappingOf(teamTab, settings.mapping);
  return team.flatMap(({ row, timeZone, workingDays }): Problem[] => {
    const report = (column: string, value: string, problem: string): Problem => {
      return { tab, row, column, columnNumber: 0, problem, value };
    };
    const zone = timeZone !== null && !isZone(timeZone);
    const days = workingDays !== null && parseWorkingDays(workingDays) === null;
    return [
      ...(zone
        ? [report('Time zone', timeZone, "is no time zone, so the team's is used; write one such as Europe/Berlin")]
        : []),
      ...(days
        ? [report('Working days', workingDays, "are no weekdays, so the team's are used; write for example Mon-Fri")]
        : []),
    ];
  });
}

/** Everything that a person can mend: what tabs hold, whom nobody could write to, and what Team does not say. */
export function allProblems(records: Records, outcome: Outcome | null): readonly Problem[] {
  const { tab } = mappingOf(teamTab, records.settings.mapping);
  return [
    ...records.problems,
    ...unusableHours(records),
    ...(outcome ? missingAddresses(outcome) : []),
    ...(outcome?.unaddressed ?? []).map((problem) => ({
      tab,
      row: 0,
      column: '',
      columnNumber: 0,
      problem,
      value: '',
    })),
    ...refusedNotices(records),
  ];
}

/** The Problems tab, made anew. */
export function problemsChange(problems: readonly Problem[]): Change {
  const links = new Map<string, (row: number) => string>();
  const rows = problems.slice(0, MOST_PROBLEMS).map(({ tab, row, column, problem, value }): WrittenRow => {
    const linkTo = links.get(tab) ?? rowLinks(tab);
    links.set(tab, linkTo);
    return { tab, row: row > 0 ? row : null, column, problem, value, link: linkTo(Math.max(1, row)) };
  });
  const more = problems.length - rows.length;
  if (more > 0) rows.push({ tab: '', problem: `${String(more)} more problems are not listed; mend these first` });
  return { kind: 'replace', schema: problemsTab, tab: problemsTab.tab, rows };
}
