import { readActiveRow } from '../google/active-row.js';
import { isBlank } from '../records/cell.js';
import { findColumns, mappingOf } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import type { Settings } from '../records/settings.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { handoffsTab } from '../records/tabs/handoffs.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { renewalsTab } from '../records/tabs/renewals.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { OpenedItem } from './protocol.js';

const KINDS: readonly { readonly schema: TabSchema; readonly kind: OpenedItem['kind']; readonly field: string }[] = [
  { schema: keyResultsTab, kind: 'key result', field: 'id' },
  { schema: objectivesTab, kind: 'objective', field: 'id' },
  { schema: signalsTab, kind: 'account', field: 'account' },
  { schema: accountsTab, kind: 'account', field: 'account' },
  { schema: alertsTab, kind: 'alert', field: 'key' },
  // Messages about these link to their rows.
  { schema: commitmentsTab, kind: 'account', field: 'account' },
  { schema: handoffsTab, kind: 'account', field: 'account' },
  { schema: renewalsTab, kind: 'account', field: 'account' },
];

/** What the row of the active cell stands for, when a mail's link opened the spreadsheet there; null for any other place. */
export function openedItem({ mapping }: Pick<Settings, 'mapping'>): OpenedItem | null {
  const tabs = new Map(KINDS.map((own) => [mappingOf(own.schema, mapping).tab, own]));
  const active = readActiveRow((tab) => tabs.has(tab));
  const own = active && tabs.get(active.tab);
  if (!own) return null;
  const { indexes } = findColumns(own.schema, mappingOf(own.schema, mapping), active.header);
  const cell = active.cells[indexes[own.field] ?? -1];
  return isBlank(cell) ? null : { kind: own.kind, id: String(cell).trim() };
}
