import { readTables } from '../google/tables.js';
import { headerKey, mappingOf } from '../records/mapping.js';
import { parseTable } from '../records/parse-table.js';
import { SETTINGS, type SettingName } from '../records/setting-schemas.js';
import { settingChoices, settingProblem } from '../records/settings.js';
import { settingsTab, type SettingRow } from '../records/tabs/settings.js';
import { countWords } from '../watch/triggers/words.js';
import { fieldOf, pageOf } from './page.js';
import type { Page, PageItem } from './protocol-watch.js';

/** The rows of the Settings tab; of two rows for one setting the last counts. */
export function settingRows(): ReadonlyMap<string, SettingRow> {
  const table = readTables([settingsTab.tab]).get(settingsTab.tab);
  // No setting is a date.
  const rows = table ? parseTable(settingsTab, table, mappingOf(settingsTab, {}), { dayOf: () => NaN }).rows : [];
  return new Map(rows.map((row) => [headerKey(row.setting), row]));
}

type Schema = (typeof SETTINGS)[SettingName];

function settingItem(schema: Schema, value: string): PageItem {
  const { name, meaning } = schema;
  const standard = String(schema.standard) || 'blank';
  const holds = isStandard(schema, value) ? `${standard}, the standard` : `${value}; standard: ${standard}`;
  const problem = settingProblem(schema, value);
  const choices = settingChoices(schema)?.map((choice): [string, string] => [choice, choice]);
  const field = fieldOf('value', name, {
    ...{ value, hint: `Blank for the standard, ${standard}` },
    ...(choices ? { choices: [['', `Standard: ${standard}`], ...choices] } : {}),
  });
  return {
    ...{ key: name, name, about: meaning, parts: [], link: '' },
    notes: [{ kind: 'value', text: holds }, ...(problem === '' ? [] : [{ kind: 'problem', text: problem } as const])],
    forms: [{ button: 'Change', send: 'Save', call: 'saveSetting', args: { name, seen: value }, fields: [field] }],
  };
}

function isStandard({ standard }: Schema, value: string): boolean {
  return value === '' || value === String(standard);
}

/** Every setting that has one value, with what stands in the Settings tab for it. */
export function settings(): Page {
  const rows = settingRows();
  const valueOf = ({ name }: Schema): string => rows.get(headerKey(name))?.value ?? '';
  const all: readonly Schema[] = Object.values(SETTINGS);
  const own = all.filter((schema) => !isStandard(schema, valueOf(schema))).length;
  return pageOf({
    title: own === 0 ? 'Every setting is at its standard' : `${countWords(own, 'setting')} of your own`,
    lines: ['In a regulated sector, ask compliance first'],
    ways: [{ button: 'What to mind', go: 'guidance' }],
    groups: [{ title: 'Settings', lines: [], items: all.map((schema) => settingItem(schema, valueOf(schema))) }],
  });
}
