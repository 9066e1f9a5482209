import { accountKey } from '../domain/account-key.js';
import type { RawTable } from './mapping.js';
import type { TabSchema } from './schema.js';
import { headerWords, namedColumns, suggestColumns, type SuggestedColumn } from './suggest-columns.js';
import { ALL_TABS } from './tabs/index.js';

/** The tab suggested for one kind of record, and its columns. */
export interface SuggestedTab {
  /** Null when no tab, or more than one, fits. */
  readonly tab: string | null;
  /** By field; empty when there is no tab. */
  readonly columns: Readonly<Record<string, SuggestedColumn>>;
}

/** Other names that teams give to their tabs. */
const TAB_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  Accounts: ['customers', 'clients', 'companies', 'customer list', 'account list'],
  Signals: ['weekly signals', 'health signals', 'indicators', 'leading indicators', 'weekly metrics'],
  'Key results': ['okrs', 'krs', 'okr', 'key result'],
  Team: ['people', 'staff', 'our team', 'cs team', 'team members'],
};
/** The fields that tell one row from another: a tab where one repeats holds something else, for example subscriptions. */
const KEYS: Readonly<Record<string, string>> = { Accounts: 'account', 'Key results': 'id', Team: 'email' };
const MOST_REPEATS = 0.2;
/** What a name is worth against found columns, and how many columns a tab of another name must have. */
const NAME_WEIGHT = 10;
const FEWEST_COLUMNS = 4;

interface Fit {
  readonly schema: TabSchema;
  readonly table: RawTable;
  readonly score: number;
}

function repeats(schema: TabSchema, table: RawTable, columns: SuggestedTab['columns']): boolean {
  const { header = null, candidates = [] } = columns[KEYS[schema.tab] ?? ''] ?? {};
  const keys = namedColumns(table).filter((column) => column.header === header || candidates.includes(column.header));
  return (
    keys.length > 0 &&
    keys.every(({ cells }) => {
      const filled = cells.map((cell) => String(cell).trim()).filter(Boolean);
      return filled.length - new Set(filled).size > filled.length * MOST_REPEATS;
    })
  );
}

function fitOf(schema: TabSchema, table: RawTable): Fit | null {
  const name = headerWords(table.tab);
  const isNamesake = name === headerWords(schema.tab);
  const isNamed = isNamesake || (TAB_SYNONYMS[schema.tab] ?? []).some((synonym) => headerWords(synonym) === name);
  const columns = suggestColumns(schema, table);
  const isFound = ({ header, candidates }: SuggestedColumn): boolean => header !== null || candidates.length > 0;
  const found = Object.values(columns).filter(isFound).length;
  const complete = Object.entries(schema.columns).every(([field, { required }]) => {
    const column = columns[field];
    return !required || (column !== undefined && isFound(column));
  });
  // The namesake is read unless something else is chosen, so it is shown with whatever it lacks.
  if (!isNamesake && (!complete || repeats(schema, table, columns))) return null;
  if (!isNamed && found < FEWEST_COLUMNS) return null;
  return { schema, table, score: found + (isNamesake ? 2 * NAME_WEIGHT : isNamed ? NAME_WEIGHT : 0) };
}

/** Of several columns that could name the account, the one whose names the other tabs use. */
function settleAccount(column: SuggestedColumn, table: RawTable, used: ReadonlySet<string>): SuggestedColumn {
  const agreeing = namedColumns(table).filter(
    ({ header, cells }) =>
      column.candidates.includes(header) && cells.some((cell) => used.has(accountKey(String(cell)))),
  );
  const [only] = agreeing;
  return agreeing.length === 1 && only ? { header: only.header, confidence: 'synonym', candidates: [] } : column;
}

/**
 * Suggests for each kind of record the tab that a team keeps it in, and the tab's columns. A tab serves one kind; of two
 * tabs that fit equally well neither is suggested.
 *
 * @param tables the tops of all tabs: header row first, then a sample of rows.
 */
export function suggestMapping(
  schemas: readonly TabSchema[],
  tables: readonly RawTable[],
): Readonly<Record<string, SuggestedTab>> {
  const kept = new Set(ALL_TABS.filter(({ keeper }) => keeper === 'bellwether').map(({ tab }) => tab));
  const open = tables.filter(({ tab }) => !kept.has(tab));
  const fits = schemas.flatMap((schema) => open.flatMap((table) => fitOf(schema, table) ?? []));
  fits.sort((a, b) => b.score - a.score);

  const chosen = new Map<TabSchema, RawTable>();
  const taken = new Set<RawTable>();
  const undecided = new Set<TabSchema>();
  for (const { schema, table, score } of fits) {
    if (chosen.has(schema) || undecided.has(schema) || taken.has(table)) continue;
    const rivals = fits.filter((fit) => fit.schema === schema && fit.score === score && !taken.has(fit.table));
    if (rivals.length > 1) {
      undecided.add(schema);
      continue;
    }
    chosen.set(schema, table);
    taken.add(table);
  }

  const suggestions: Record<string, SuggestedTab> = {};
  const usedAccounts = new Set<string>();
  for (const [schema, table] of chosen) {
    const columns = suggestColumns(schema, table);
    suggestions[schema.tab] = { tab: table.tab, columns };
    const account = namedColumns(table).find(({ header }) => header === columns['account']?.header);
    if (schema.tab !== 'Accounts') for (const cell of account?.cells ?? []) usedAccounts.add(accountKey(String(cell)));
  }
  usedAccounts.delete('');
  return Object.fromEntries(
    schemas.map((schema): [string, SuggestedTab] => {
      const suggestion = suggestions[schema.tab] ?? { tab: null, columns: {} };
      const table = chosen.get(schema);
      const account = suggestion.columns['account'];
      if (schema.tab !== 'Accounts' || !table || !account) return [schema.tab, suggestion];
      const settled = settleAccount(account, table, usedAccounts);
      return [schema.tab, { ...suggestion, columns: { ...suggestion.columns, account: settled } }];
    }),
  );
}
