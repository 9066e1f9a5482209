import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { Sheet } from '../storage/sheet.js';
import type { ServiceContext } from './context.js';
import { rangeService } from './range.js';

/** The tab's filter, or null; it is known to scripts only, the grid shows none. */
export function filterService(context: ServiceContext, sheet: Sheet): object | null {
  const { filters } = context.platform;
  const block = filters.get(sheet.id);
  if (!block) return null;
  return strict(context.execution, 'Filter', {
    getRange: () => rangeService(context, sheet, block),
    remove: () => {
      filters.delete(sheet.id);
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.Filter>);
}
