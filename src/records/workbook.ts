import { dayReader } from '../domain/calendar/zone.js';
import { indexAccounts, type AccountIndex } from './account-index.js';
import type { ReadingContext } from './cell.js';
import { isEmptyTable, mappingOf, type RawTable } from './mapping.js';
import { missingTab, parseTable, type Parsed } from './parse-table.js';
import type { Problem } from './problem.js';
import { parseRevenue, type Revenue } from './revenue.js';
import type { RecordOf, TabSchema } from './schema.js';
import { parseSettings, type Settings } from './settings.js';
import { parseSignals, type Signals } from './signals.js';
import { accountsTab } from './tabs/accounts.js';
import { alertsTab, type AlertRecord } from './tabs/alerts.js';
import { checkInsTab, type CheckInRecord } from './tabs/check-ins.js';
import { keyResultsTab, type KeyResultRecord } from './tabs/key-results.js';
import { noticesTab, type NoticeRecord } from './tabs/notices.js';
import { objectivesTab, type ObjectiveRecord } from './tabs/objectives.js';
import { initiativesTab, type InitiativeRecord } from './tabs/initiatives.js';
import { reviewsTab, type ReviewRecord } from './tabs/reviews.js';
import { commitmentsTab, type CommitmentRecord } from './tabs/commitments.js';
import { handoffsTab, type HandoffRecord } from './tabs/handoffs.js';
import { renewalsTab, type RenewalRecord } from './tabs/renewals.js';
import { expansionTab, type ExpansionRecord } from './tabs/expansion.js';
import { revenueTab } from './tabs/revenue.js';
import { decisionsTab, type DecisionRecord } from './tabs/decisions.js';
import { settingsTab } from './tabs/settings.js';
import { signalsTab } from './tabs/signals.js';
import { teamTab, type TeamRecord } from './tabs/team.js';
import { addressesByName, withAddresses } from './team-names.js';

/** The tabs that were read, by their names in the spreadsheet; a tab that is not there is absent. */
export type RawTables = ReadonlyMap<string, RawTable>;

/** Whether a tab can be relied on. */
interface TabHealth {
  /** Its name in the spreadsheet. */
  readonly name: string;
  /** Whether there is a tab of that name. */
  readonly present: boolean;
  /** False when the tab or one of its required columns is missing; a tab that is absent and was never mapped is readable. */
  readonly readable: boolean;
  /** Share of the rows with content that could not be used, 0 to 1. */
  readonly badRowShare: number;
}

/** Everything that a job decides from. */
export interface Records {
  readonly settings: Settings;
  readonly accounts: AccountIndex & { readonly readable: boolean; readonly badRowShare: number };
  readonly signals: Signals;
  readonly revenue: Revenue;
  readonly objectives: readonly ObjectiveRecord[];
  readonly keyResults: readonly KeyResultRecord[];
  readonly checkIns: readonly CheckInRecord[];
  readonly initiatives: readonly InitiativeRecord[];
  readonly reviews: readonly ReviewRecord[];
  readonly commitments: readonly CommitmentRecord[];
  readonly handoffs: readonly HandoffRecord[];
  readonly renewals: readonly RenewalRecord[];
  readonly expansion: readonly ExpansionRecord[];
  readonly team: readonly TeamRecord[];
  readonly alerts: readonly AlertRecord[];
  readonly notices: readonly NoticeRecord[];
  readonly decisions: readonly DecisionRecord[];
  /** By the schema's name of the tab. */
  readonly health: ReadonlyMap<string, TabHealth>;
  /** The tabs of Bellwether's own that are not there (yet). */
  readonly absentTabs: readonly string[];
  /** False when a row or column of Alerts or Notices cannot be read: what was told already is then not known. */
  readonly isStateReadable: boolean;
  /** Of all tabs, in the order of the tabs. */
  readonly problems: readonly Problem[];
}

/** Reads the Settings tab, which says where everything else stands. A spreadsheet without one has the standard settings. */
export function parseSettingsTab(table: RawTable | undefined): { settings: Settings; problems: readonly Problem[] } {
  if (!table) return parseSettings([]);
  // No setting is a date, so no zone is needed yet.
  const parsed = parseTable(settingsTab, table, mappingOf(settingsTab, {}), { dayOf: () => NaN });
  const { settings, problems } = parseSettings(parsed.rows);
  return { settings, problems: [...parsed.problems, ...problems] };
}

function parseTab<Schema extends TabSchema>(
  schema: Schema,
  tables: RawTables,
  settings: Settings,
  context: ReadingContext,
): Parsed<RecordOf<Schema>> {
  const mapping = mappingOf(schema, settings.mapping);
  const table = tables.get(mapping.tab);
  if (table && !isEmptyTable(table.values)) return parseTable(schema, table, mapping, context);
  return absentTab(schema, settings);
}

/** What a tab gives that is not there, or is empty. */
function absentTab<Schema extends TabSchema>(schema: Schema, settings: Settings): Parsed<RecordOf<Schema>> {
  const missing = missingTab<RecordOf<Schema>>(mappingOf(schema, settings.mapping));
  // Bellwether makes its own tabs when it first writes them, and a team may do without what it never mapped.
  const isMissed = schema.tab === accountsTab.tab || schema.tab in settings.mapping;
  return isMissed ? missing : { ...missing, problems: [], readable: true };
}

function badRowShare({ badRowCount, rowCount }: Parsed<unknown>): number {
  return rowCount === 0 ? 0 : badRowCount / rowCount;
}

/** Reads all tabs into records; never throws on any cell values. */
export function parseWorkbook(tables: RawTables, zone: string): Records {
  const { settings, problems: settingProblems } = parseSettingsTab(tables.get(settingsTab.tab));
  const context: ReadingContext = { dayOf: dayReader(zone) };

  const parsedAccounts = parseTab(accountsTab, tables, settings, context);
  const team = parseTab(teamTab, tables, settings, context);
  const addressesOf = addressesByName(team.rows);
  const accountRows = withAddresses(parsedAccounts.rows, ['csm', 'ae'], addressesOf);
  const index = indexAccounts(mappingOf(accountsTab, settings.mapping).tab, accountRows);
  const signalsMapping = mappingOf(signalsTab, settings.mapping);
  const signalsTable = tables.get(signalsMapping.tab);
  const signals: Signals =
    signalsTable && !isEmptyTable(signalsTable.values)
      ? parseSignals(signalsTable, signalsMapping, settings, index, context)
      : { ...absentTab(signalsTab, settings), indicators: [], byAccount: new Map(), badRowShare: 0 };

  const revenueMapping = mappingOf(revenueTab, settings.mapping);
  const isRevenueMapped = revenueTab.tab in settings.mapping;
  const revenue = parseRevenue(tables.get(revenueMapping.tab), revenueMapping, isRevenueMapped, index, context);

  const health = new Map<string, TabHealth>();
  const note = (schema: TabSchema, readable: boolean, badShare: number): void => {
    const { tab: name } = mappingOf(schema, settings.mapping);
    health.set(schema.tab, { name, present: tables.has(name), readable, badRowShare: badShare });
  };
  note(accountsTab, parsedAccounts.readable, badRowShare(parsedAccounts));
  note(signalsTab, signals.readable, signals.badRowShare);
  note(revenueTab, revenue.readable, revenue.badRowShare);
  const parse = <Schema extends TabSchema>(schema: Schema): Parsed<RecordOf<Schema>> => {
    const parsed = parseTab(schema, tables, settings, context);
    note(schema, parsed.readable, badRowShare(parsed));
    return parsed;
  };
  const [objectives, keyResults, checkIns] = [parse(objectivesTab), parse(keyResultsTab), parse(checkInsTab)];
  const [initiatives, reviews, commitments] = [parse(initiativesTab), parse(reviewsTab), parse(commitmentsTab)];
  const [handoffs, renewals, expansion] = [parse(handoffsTab), parse(renewalsTab), parse(expansionTab)];
  note(teamTab, team.readable, badRowShare(team));
  const [alerts, notices, decisions] = [parse(alertsTab), parse(noticesTab), parse(decisionsTab)];
  const others = [
    ...[objectives, keyResults, checkIns, initiatives, reviews, commitments, handoffs, renewals, expansion],
    ...[team, alerts, notices, decisions],
  ];
  return {
    settings,
    accounts: { ...index, readable: parsedAccounts.readable, badRowShare: badRowShare(parsedAccounts) },
    signals,
    revenue,
    objectives: objectives.rows,
    keyResults: keyResults.rows,
    checkIns: checkIns.rows,
    initiatives: initiatives.rows,
    reviews: reviews.rows,
    commitments: withAddresses(commitments.rows, ['owner'], addressesOf),
    handoffs: handoffs.rows,
    renewals: renewals.rows,
    expansion: expansion.rows,
    team: team.rows,
    alerts: alerts.rows,
    notices: notices.rows,
    decisions: decisions.rows,
    health,
    absentTabs: [alertsTab.tab, noticesTab.tab].filter((tab) => !tables.has(tab)),
    isStateReadable: [alerts, notices].every(({ readable, badRowCount }) => readable && badRowCount === 0),
    problems: [
      settingProblems,
      parsedAccounts.problems,
      index.problems,
      signals.problems,
      revenue.problems,
      ...others.map(({ problems }) => problems),
    ].flat(),
  };
}

/** The names in the spreadsheet of the tabs that a job needs. */
export function tabNames(schemas: readonly TabSchema[], settings: Settings): readonly string[] {
  return schemas.map((schema) => mappingOf(schema, settings.mapping).tab);
}
