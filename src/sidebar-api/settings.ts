import { readTables } from '../google/tables.js';
import { headerKey, mappingOf } from '../records/mapping.js';
import { parseTable } from '../records/parse-table.js';
import { SETTINGS } from '../records/setting-schemas.js';
import { settingChoices, settingProblem } from '../records/settings.js';
import { settingsTab, type SettingRow } from '../records/tabs/settings.js';
import type { SettingView } from './protocol-okr.js';

/** The rows of the Settings tab; of two rows for one setting the last counts. */
export function settingRows(): ReadonlyMap<string, SettingRow> {
  const table = readTables([settingsTab.tab]).get(settingsTab.tab);
  // No setting is a date.
  const rows = table ? parseTable(settingsTab, table, mappingOf(settingsTab, {}), { dayOf: () => NaN }).rows : [];
  return new Map(rows.map((row) => [headerKey(row.setting), row]));
}

/** Every setting that has one value, with what stands in the Settings tab for it. */
export function settings(): readonly SettingView[] {
  const rows = settingRows();
  return Object.values(SETTINGS).map((schema) => {
    const value = rows.get(headerKey(schema.name))?.value ?? '';
    const choices = settingChoices(schema);
    return {
      ...{ name: schema.name, meaning: schema.meaning, value, standard: String(schema.standard) },
      ...(choices ? { choices } : {}),
      problem: settingProblem(schema, value),
    };
  });
}
