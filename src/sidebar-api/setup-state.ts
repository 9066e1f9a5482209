import { findColumns, mappingOf } from '../records/mapping.js';
import type { Settings } from '../records/settings.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { MAPPED_TABS } from '../records/tabs/index.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { KindState, Setup } from './protocol-set-up.js';

/** The kinds of records that the weekly watch cannot do without. */
const NEEDED: readonly string[] = [accountsTab.tab, signalsTab.tab];

/** The header rows of tabs, by their names; a tab that is not there is absent. */
export type HeaderRows = ReadonlyMap<string, readonly unknown[]>;

/** Which kinds of records can be read with the mapping in force. */
export function setupState({ mapping }: Pick<Settings, 'mapping'>, headers: HeaderRows): Setup {
  const kinds = MAPPED_TABS.map((schema): KindState => {
    const own = mappingOf(schema, mapping);
    const header = headers.get(own.tab);
    const { indexes } = findColumns(schema, own, header ?? []);
    const missingColumns = Object.entries(schema.columns).flatMap(([field, column]) =>
      column.required && !(field in indexes) ? [own.columns[field] ?? column.header] : [],
    );
    const state = !header ? 'no tab' : missingColumns.length > 0 ? 'no column' : 'ready';
    return {
      kind: schema.tab,
      row: schema.row,
      tab: own.tab,
      state,
      missingColumns,
      isNeeded: NEEDED.includes(schema.tab),
    };
  });
  return { isDone: kinds.every(({ isNeeded, state }) => !isNeeded || state === 'ready'), kinds };
}
