import { readTables, readTops } from '../google/tables.js';
import { findColumns, headerKey, mappingOf, type RawTable, type TabMapping } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import type { Settings } from '../records/settings.js';
import { suggestColumns, type SuggestedColumn } from '../records/suggest-columns.js';
import { suggestMapping } from '../records/suggest-mapping.js';
import { ALL_TABS, MAPPED_TABS } from '../records/tabs/index.js';
import { settingsTab } from '../records/tabs/settings.js';
import { parseSettingsTab } from '../records/workbook.js';
import type { Proposal, ProposedField, ProposedKind } from './protocol-set-up.js';
import { readName, readObject, refuse } from './read-request.js';
import { setupState } from './setup-state.js';
import { setupStep } from './setup-step.js';

/** The header row and enough rows to tell dates from names. */
const SAMPLE_ROWS = 101;

/** The headers of a tab, blank ones left out; of a header that stands twice the first is the one that is read. */
function headersOf({ values: [header = []] }: RawTable): readonly string[] {
  const keys = header.map(headerKey);
  return header
    .map((cell) => String(cell).trim())
    .filter((_, index) => keys[index] !== '' && keys.indexOf(keys[index] ?? '') === index);
}

function proposedFields(
  schema: TabSchema,
  table: RawTable,
  inForce: TabMapping,
  suggested: Readonly<Record<string, SuggestedColumn>>,
): readonly ProposedField[] {
  const header = table.values[0] ?? [];
  const { indexes } = findColumns(schema, inForce, header);
  const set = Object.entries(inForce.columns).flatMap(([field, mapped]): [string, string | null][] => {
    const index = indexes[field];
    if (mapped === null) return [[field, null]];
    return index === undefined ? [] : [[field, String(header[index]).trim()]];
  });
  const inUse = new Map(set);
  const taken = new Set(inUse.values());
  return Object.entries(schema.columns).map(([field, column]): ProposedField => {
    const known = { field, label: column.header, note: column.note, isRequired: column.required === true };
    const mapped = inUse.get(field);
    if (mapped !== undefined) return { ...known, header: mapped, confidence: 'in use', candidates: [] };
    const suggestion = suggested[field];
    const isFree = suggestion?.header !== null && !taken.has(suggestion?.header ?? null);
    return suggestion && isFree
      ? { ...known, ...suggestion }
      : { ...known, header: null, confidence: 'none', candidates: suggestion?.candidates ?? [] };
  });
}

/** What the team's tabs look like: for each kind of record the tab in use or suggested, and a column for each field. */
function proposal(
  settings: Pick<Settings, 'mapping'>,
  tables: readonly RawTable[],
  chosen: Readonly<Record<string, string>>,
): Proposal {
  const kept = new Set(ALL_TABS.filter(({ keeper }) => keeper === 'bellwether').map(({ tab }) => tab));
  const own = tables.filter(({ tab }) => !kept.has(tab));
  const byName = new Map(own.map((table) => [table.tab, table]));
  const suggestions = suggestMapping(MAPPED_TABS, own);
  const state = setupState(settings, new Map(own.map(({ tab, values }) => [tab, values[0] ?? []])));

  const names = own.map(({ tab }) => tab);
  const asked = MAPPED_TABS.filter(({ tab }) => Object.keys(chosen).length === 0 || tab in chosen);
  const kinds = asked.map((schema): ProposedKind => {
    const inForce = mappingOf(schema, settings.mapping);
    const suggestion = suggestions[schema.tab];
    const wanted = chosen[schema.tab] ?? (byName.has(inForce.tab) ? inForce.tab : suggestion?.tab);
    const table = byName.get(wanted ?? '');
    if (chosen[schema.tab] !== undefined && !table) {
      return refuse(`The tab chosen for ${schema.tab}`, wanted, 'it is gone or kept by Bellwether; choose another one');
    }
    const isSuggested = table !== undefined && table.tab === suggestion?.tab;
    const proposed = {
      // One state a schema, in the order of the schemas.
      ...(state.kinds.find(({ kind }) => kind === schema.tab) ?? refuse('The kind', schema.tab, 'it is not known')),
      proposedTab: table?.tab ?? null,
      canCreate: !tables.some(({ tab }) => tab === schema.tab),
      headers: table ? headersOf(table) : [],
      fields: proposedFields(
        schema,
        table ?? { tab: '', values: [] },
        table?.tab === inForce.tab ? inForce : { tab: '', columns: {} },
        isSuggested ? suggestion.columns : table ? suggestColumns(schema, table) : {},
      ),
    };
    return { ...proposed, step: setupStep(proposed, names) };
  });
  return { kinds };
}

/** Reads the tops of all tabs and proposes where everything is; `chosen` asks again for some kinds, with other tabs. */
export function proposeSetup(request: Readonly<Record<string, unknown>>): Proposal {
  const chosen: Record<string, string> = {};
  for (const [kind, tab] of Object.entries(readObject(request['chosen'] ?? {}, 'chosen'))) {
    if (!MAPPED_TABS.some((schema) => schema.tab === kind)) refuse('The kind of record', kind, 'it is not known');
    chosen[kind] = readName(tab, `The tab chosen for ${kind}`, 200);
  }
  const { settings } = parseSettingsTab(readTables([settingsTab.tab]).get(settingsTab.tab));
  return proposal(settings, readTops(SAMPLE_ROWS), chosen);
}
