import { headerKey } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import { mappingSetting, NO_COLUMN } from '../records/settings.js';
import type { ChosenKind, Overwrite } from './protocol-set-up.js';
import { refuse } from './read-request.js';

/** How a field without a column is shown. */
const NOTHING = 'no column';

/** A setting that keeps a part of the mapping, as it has to be; blank where the default is meant. */
export interface WantedSetting {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  /** What it comes to, in words. */
  readonly shown: string;
}

/**
 * The settings that make a person's choice hold. Those that would only repeat the default are left blank, so that the
 * Settings tab shows what is special and a column that is added later under its default name is found.
 *
 * @param header the header row of the chosen tab.
 * @throws when the choice does not fit the tab: a required field or a header missing, or one column for two fields.
 */
export function wantedSettings(
  schema: TabSchema,
  choice: ChosenKind,
  header: readonly unknown[],
): readonly WantedSetting[] {
  const tab = 'create' in choice ? schema.tab : choice.tab;
  const columns = 'create' in choice ? {} : choice.columns;
  const keys = new Set(header.map(headerKey));
  const fieldByKey = new Map<string, string>();
  for (const field of Object.keys(columns)) {
    if (!(field in schema.columns)) refuse(`A field of ${schema.tab}`, field, 'it is not known; open the set-up again');
  }
  const tabSetting: WantedSetting = {
    name: mappingSetting.tab(schema.tab),
    value: tab === schema.tab ? '' : tab,
    meaning: `The tab in which one row is ${schema.row}`,
    shown: tab,
  };
  const columnSettings = Object.entries(schema.columns).map(([field, column]): WantedSetting => {
    const chosen = columns[field] ?? null;
    const place = `The column for ${schema.tab}, ${column.header},`;
    const known = { name: mappingSetting.column(schema.tab, column), meaning: column.note };
    if ('create' in choice) return { ...known, value: '', shown: column.header };
    if (!(field in columns)) refuse(place, undefined, 'choose one or none');
    if (chosen === null) {
      if (column.required) refuse(place, null, `${schema.tab} cannot be read without it; choose one`);
      return { ...known, value: keys.has(headerKey(column.header)) ? NO_COLUMN : '', shown: NOTHING };
    }
    const key = headerKey(chosen);
    if (!keys.has(key))
      refuse(place, chosen, `the header row of ${tab} has no such column any more; choose another one`);
    const other = fieldByKey.get(key);
    if (other !== undefined)
      refuse(place, chosen, `it is already chosen for ${other}; choose another one for one of them`);
    fieldByKey.set(key, column.header);
    return { ...known, value: key === headerKey(column.header) ? '' : chosen, shown: chosen };
  });
  return [tabSetting, ...columnSettings];
}

/** The settings in use that would change to something else: a person must have agreed to each. */
export function overwrites(
  wanted: readonly WantedSetting[],
  existing: ReadonlyMap<string, string>,
): readonly Overwrite[] {
  return wanted.flatMap(({ name, shown }): Overwrite[] => {
    const inUse = existing.get(name) ?? '';
    const from = inUse === NO_COLUMN ? NOTHING : inUse;
    return from === '' || from === shown ? [] : [{ setting: name, from, to: shown }];
  });
}
