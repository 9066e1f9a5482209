import type { Better } from '../domain/trend/bend.js';
import { headerKey, type Mapping, type TabMapping } from './mapping.js';
import type { Problem } from './problem.js';
import type { ColumnSchema } from './schema.js';
import { MAPPED_TABS } from './tabs/index.js';
import { SETTINGS, WEEKDAYS, type Kind, type SettingValues } from './setting-schemas.js';
import type { SettingRow } from './tabs/settings.js';

/** Which way an indicator should go, as a person set it. */
interface BetterSetting {
  /** The indicator's header as the setting spells it. */
  readonly name: string;
  readonly better: Better;
  /** The setting's row in Settings. */
  readonly row: number;
}

/** The settings in force, the mapping among them. */
export interface Settings {
  readonly values: SettingValues;
  /** By `headerKey` of the indicator: what is good for indicators that Bellwether does not know, or judges otherwise. */
  readonly better: ReadonlyMap<string, BetterSetting>;
  readonly mapping: Mapping;
}

/** What stands in Settings for a field that the team has no column for. */
export const NO_COLUMN = '(none)';

/** The names of the settings that keep a tab's mapping. */
export const mappingSetting = {
  tab: (schemaTab: string): string => `${schemaTab} tab`,
  column: (schemaTab: string, column: ColumnSchema): string => `${schemaTab} column: ${column.header}`,
};

/** 1 = Monday to 7 = Sunday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name) + 1;
}

/** Whether the runtime knows a zone by this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function readSetting(kind: Kind, text: string): { value: string | number } | { problem: string } {
  if (kind === 'text') return { value: text };
  if (kind === 'zone') {
    return isZone(text) ? { value: text } : { problem: 'is no time zone; use a name such as Europe/Berlin' };
  }
  if ('addressUnder' in kind) {
    // After the last slash of the host nothing leads elsewhere; quotes, blanks and angles belong to no address.
    return text.startsWith(kind.addressUnder) && /^[^\s"'<>\\]+$/.test(text)
      ? { value: text }
      : { problem: `is no address that begins with ${kind.addressUnder}` };
  }
  if ('choices' in kind) {
    const value = kind.choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    return value === undefined ? { problem: `is none of ${kind.choices.join(', ')}` } : { value };
  }
  const value = Number(text);
  const isRight = kind.whole ? Number.isInteger(value) : Number.isFinite(value);
  return isRight && value >= kind.min && value <= kind.max
    ? { value }
    : { problem: `is not a ${kind.whole ? 'whole ' : ''}number from ${String(kind.min)} to ${String(kind.max)}` };
}

/** What may be chosen for a setting; undefined where any value of its kind may be typed. */
export function settingChoices({ kind }: { readonly kind: Kind }): readonly string[] | undefined {
  return typeof kind === 'object' && 'choices' in kind ? kind.choices : undefined;
}

/** What is wrong with the value of a setting, as a clause that follows it; "" when nothing is, or it is blank. */
export function settingProblem({ kind }: { readonly kind: Kind }, value: string): string {
  if (value === '') return '';
  const read = readSetting(kind, value);
  return 'problem' in read ? read.problem : '';
}

/** The indicator that a setting such as `Better: Usage` judges; null for any other setting. */
function judgedIndicator(setting: string): string | null {
  const name = /^better\s*:\s*(.+)$/i.exec(setting)?.[1] ?? '';
  return headerKey(name) === '' ? null : name;
}

const MAPPING_KEYS = MAPPED_TABS.flatMap((schema) => [
  mappingSetting.tab(schema.tab),
  ...Object.values<ColumnSchema>(schema.columns).map((column) => mappingSetting.column(schema.tab, column)),
]).map(headerKey);
const SETTING_NAMES = Object.values(SETTINGS).map(({ name }) => name);
const KNOWN_KEYS: ReadonlySet<string> = new Set([...SETTING_NAMES.map(headerKey), ...MAPPING_KEYS]);

const UNKNOWN = `is no setting; write ${SETTING_NAMES.join(', ')} or Better: with the header of an indicator, map tabs and columns in the sidebar, or delete the row`;

function readMapping(rows: ReadonlyMap<string, SettingRow>): Mapping {
  const mapping: Record<string, TabMapping> = {};
  for (const schema of MAPPED_TABS) {
    const tab = rows.get(headerKey(mappingSetting.tab(schema.tab)))?.value;
    const columns: Record<string, string | null> = {};
    for (const [field, column] of Object.entries(schema.columns)) {
      const header = rows.get(headerKey(mappingSetting.column(schema.tab, column)))?.value ?? '';
      if (header !== '') columns[field] = header === NO_COLUMN ? null : header;
    }
    if (tab !== undefined || Object.keys(columns).length > 0) mapping[schema.tab] = { tab: tab ?? schema.tab, columns };
  }
  return mapping;
}

/** A problem with the name of a setting. */
export function nameProblem(row: number, problem: string, value: string): Problem {
  return { tab: 'Settings', row, column: 'Setting', columnNumber: 1, problem, value };
}

/**
 * Reads the settings, whose names match in any case. A value that cannot be used is reported and the standard one holds;
 * so is a value of a setting that there is not. Of two rows for the same setting the last one counts.
 */
export function parseSettings(rows: readonly SettingRow[]): { settings: Settings; problems: readonly Problem[] } {
  const byName = new Map<string, SettingRow>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const key = headerKey(row.setting);
    const earlier = byName.get(key);
    if (earlier?.value) {
      const problem = `is there again in row ${String(row.row)}, which counts; delete one of the two`;
      problems.push(nameProblem(earlier.row, problem, earlier.setting));
    }
    byName.set(key, row);
  }
  const refuse = ({ row, value }: SettingRow, problem: string): void => {
    problems.push({ tab: 'Settings', row, column: 'Value', columnNumber: 2, problem, value: value ?? '' });
  };

  const values: Record<string, string | number> = {};
  for (const [field, { name, kind, standard }] of Object.entries(SETTINGS)) {
    const row = byName.get(headerKey(name));
    const read = row?.value ? readSetting(kind, row.value) : { value: standard };
    if ('value' in read) {
      values[field] = read.value;
    } else {
      values[field] = standard;
      if (row)
        refuse(
          row,
          `${read.problem}; ${standard === '' ? 'the standard' : String(standard)} is used until it is mended`,
        );
    }
  }

  const better = new Map<string, BetterSetting>();
  for (const [key, row] of byName) {
    // A row without a value sets nothing; it may be a heading.
    if (!row.value || KNOWN_KEYS.has(key)) continue;
    const name = judgedIndicator(row.setting);
    const direction = row.value.toLowerCase();
    if (name === null) problems.push(nameProblem(row.row, UNKNOWN, row.setting));
    else if (direction === 'up' || direction === 'down')
      better.set(headerKey(name), { name, better: direction, row: row.row });
    else refuse(row, 'is neither up nor down; the indicator is judged as usual, or not at all, until it is mended');
  }
  // Every field of SETTINGS was given a value of its own kind above.
  return { settings: { values: values as SettingValues, better, mapping: readMapping(byName) }, problems };
}
