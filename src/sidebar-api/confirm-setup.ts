import { createTab } from '../google/create-tab.js';
import { readHeaderRows } from '../google/header-rows.js';
import { withDocumentLock } from '../google/lock.js';
import { performChanges } from '../google/perform-changes.js';
import { allTabNames, readTables } from '../google/tables.js';
import type { Change, WrittenRow } from '../records/change.js';
import { headerKey, mappingOf } from '../records/mapping.js';
import { parseTable } from '../records/parse-table.js';
import type { TabSchema } from '../records/schema.js';
import { SETTINGS } from '../records/setting-schemas.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { ALL_TABS, MAPPED_TABS } from '../records/tabs/index.js';
import { decisionsTab } from '../records/tabs/decisions.js';
import { noticesTab } from '../records/tabs/notices.js';
import { settingsTab } from '../records/tabs/settings.js';
import { teamTab } from '../records/tabs/team.js';
import { parseSettingsTab, tabNames } from '../records/workbook.js';
import { listWords } from '../watch/triggers/words.js';
import { overwrites, wantedSettings, type WantedSetting } from './mapping-changes.js';
import type { ChosenKind, Setup, SetupOutcome } from './protocol-set-up.js';
import { openBook, requireUser } from './open-book.js';
import { readFlag, readName, readObject, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { setupState } from './setup-state.js';

const LOCK_WAIT_MS = 8_000;
/** The tabs that Bellwether writes to from the first week on. */
const KEPT_TABS: readonly TabSchema[] = [settingsTab, checkInsTab, alertsTab, noticesTab, decisionsTab];

type Choices = ReadonlyMap<TabSchema, ChosenKind>;

function readChoice(value: unknown, kind: string): ChosenKind {
  const choice = readObject(value, `The choice for ${kind}`);
  if (choice['create'] === true) return { create: true };
  const columns: Record<string, string | null> = {};
  for (const [field, header] of Object.entries(readObject(choice['columns'], `The columns of ${kind}`))) {
    columns[field] = header === null ? null : readName(header, `The column for ${kind}, ${field},`, 1000);
  }
  return { tab: readName(choice['tab'], `The tab for ${kind}`, 200), columns };
}

function readChoices(value: unknown): Choices {
  const choices = new Map<TabSchema, ChosenKind>();
  for (const [kind, choice] of Object.entries(readObject(value, 'kinds'))) {
    const schema = MAPPED_TABS.find(({ tab }) => tab === kind) ?? refuse('The kind of record', kind, 'it is not known');
    choices.set(schema, readChoice(choice, kind));
  }
  return choices.size > 0 ? choices : refuse('kinds', value, 'choose a tab for at least one');
}

function checkTabs(choices: Choices, existing: readonly string[]): void {
  const users = new Map<string, string>();
  for (const [{ tab: kind }, choice] of choices) {
    if ('create' in choice) {
      if (existing.includes(kind))
        refuse(`The new tab for ${kind}`, kind, 'there is a tab of this name; choose it instead');
      continue;
    }
    const { tab } = choice;
    const isKept = ALL_TABS.some((schema) => schema.keeper === 'bellwether' && schema.tab === tab);
    if (isKept) refuse(`The tab for ${kind}`, tab, 'Bellwether keeps its own records there; choose another one');
    if (!existing.includes(tab)) refuse(`The tab for ${kind}`, tab, 'it is gone; choose another one');
    const user = users.get(tab);
    if (user !== undefined) refuse(`The tab for ${kind}`, tab, `it is already chosen for ${user}; choose another one`);
    users.set(tab, kind);
  }
}

/** The settings as they stand, blank values included. */
function existingSettings(): ReadonlyMap<string, string> {
  const table = readTables([settingsTab.tab]).get(settingsTab.tab);
  if (!table) return new Map();
  const { rows, readable } = parseTable(settingsTab, table, mappingOf(settingsTab, {}), { dayOf: () => NaN });
  if (!readable)
    throw new Refusal('not set up', 'Settings has lost a header; its first row must read Setting, Value, Meaning');
  return new Map(rows.map(({ setting, value }) => [setting, value ?? '']));
}

function settingChanges(wanted: readonly WantedSetting[], existing: ReadonlyMap<string, string>): readonly Change[] {
  const place = { schema: settingsTab, tab: settingsTab.tab };
  const changed = wanted.filter(({ name, value }) => (existing.get(name) ?? '') !== value);
  const known = changed.filter(({ name }) => existing.has(name));
  const added = changed.filter(({ name }) => !existing.has(name));
  // A new Settings tab starts with everything that can be set.
  const standard = Object.values(SETTINGS).filter(() => existing.size === 0);
  const rows: WrittenRow[] = [
    ...standard.map(({ name, meaning, standard: value }) => ({
      setting: name,
      meaning: value === '' ? meaning : `${meaning}; ${String(value)} while blank`,
    })),
    ...added.map(({ name, value, meaning }) => ({ setting: name, value, meaning })),
  ];
  return [
    { kind: 'update', ...place, keyField: 'setting', rows: new Map(known.map(({ name, value }) => [name, { value }])) },
    { kind: 'append', ...place, rows },
  ];
}

/**
 * Whoever is not of the team may not change what it set up. The first set-up is for everybody, and so is any while Team cannot be
 * read: it is what mends that.
 */
function checkRole(): void {
  const { me, records } = openBook([teamTab]);
  const isFirst = Object.keys(records.settings.mapping).length === 0;
  if (isFirst || records.team.length === 0) return;
  if (rolesOf(requireUser(me), records).mayCreate) return;
  throw new Refusal(
    'not yours',
    'The Team tab does not have you in it, so you cannot change the set-up; have yourself added there',
  );
}

function save(choices: Choices, replace: boolean): SetupOutcome {
  checkRole();
  const tabs = allTabNames();
  checkTabs(choices, tabs);
  const chosenTabs = [...choices.values()].flatMap((choice) => ('create' in choice ? [] : [choice.tab]));
  const headers = readHeaderRows(chosenTabs);
  const existing = existingSettings();
  // A setting that a person spelled otherwise holds as well, so it is that row which has to change.
  const spellings = new Map([...existing.keys()].map((name) => [headerKey(name), name]));
  const wanted = [...choices]
    .flatMap(([schema, choice]) =>
      wantedSettings(schema, choice, 'create' in choice ? [] : (headers.get(choice.tab) ?? [])),
    )
    .map((setting) => ({ ...setting, name: spellings.get(headerKey(setting.name)) ?? setting.name }));
  const replaced = overwrites(wanted, existing);
  if (replaced.length > 0 && !replace) return { isSaved: false, overwrites: replaced };

  const toCreate = [...choices].flatMap(([schema, choice]) => ('create' in choice ? [schema] : []));
  const missing = [...toCreate, ...KEPT_TABS.filter(({ tab }) => !tabs.includes(tab))];
  for (const schema of missing) createTab(schema, schema.tab);
  performChanges(settingChanges(wanted, existing));
  const createdTabs = missing.map(({ tab }) => tab);
  const created = createdTabs.length === 0 ? '' : `. New in the spreadsheet: ${listWords(createdTabs)}`;
  return { isSaved: true, createdTabs, news: `The set-up is saved${created}`, setup: currentSetup() };
}

/** Which kinds of records can be read now. */
export function currentSetup(): Setup {
  const { settings } = parseSettingsTab(readTables([settingsTab.tab]).get(settingsTab.tab));
  return setupState(settings, readHeaderRows(tabNames(MAPPED_TABS, settings)));
}

/** Makes a person's choice of tabs and columns hold, and creates the tabs that are missing, in one go. */
export function confirmSetup(request: Readonly<Record<string, unknown>>): SetupOutcome {
  const choices = readChoices(request['kinds']);
  const replace = readFlag(request['replace'], 'replace');
  const outcome = withDocumentLock(LOCK_WAIT_MS, () => save(choices, replace));
  if (outcome === 'busy') {
    throw new Refusal(
      'busy',
      'Another run of Bellwether is writing to this spreadsheet, so nothing was saved; try again in a minute',
    );
  }
  return outcome;
}
