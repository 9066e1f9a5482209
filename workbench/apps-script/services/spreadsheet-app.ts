import type { Members } from '../runtime/strict.js';
import { conditionalFormatRuleBuilder } from './conditional-format.js';
import type { ServiceContext } from './context.js';
import { validationBuilder } from './data-validation.js';
import { spreadsheetOf } from './spreadsheet.js';
import { uiService } from './ui.js';

const PROTECTION_TYPES = { RANGE: 'RANGE', SHEET: 'SHEET' };
const CRITERIA = { VALUE_IN_LIST: 'VALUE_IN_LIST', VALUE_IN_RANGE: 'VALUE_IN_RANGE', CHECKBOX: 'CHECKBOX' };

/**
 * Writes land at once; `flush` lets the run see what its new formulas come to. What other formulas make of them comes
 * later and is waited for outside of runs, with `calculated()`.
 */
export function spreadsheetApp(context: ServiceContext) {
  const spreadsheet = () => spreadsheetOf(context);
  const active = () => spreadsheetOf(context) as GoogleAppsScript.Spreadsheet.Spreadsheet;
  return {
    getActive: spreadsheet,
    getActiveSpreadsheet: spreadsheet,
    getActiveSheet: () => active().getActiveSheet(),
    getActiveRange: () => active().getActiveRange(),
    getCurrentCell: () => active().getCurrentCell(),
    getUi: () => uiService(context),
    flush: () => {
      context.workbook.fresh.flush();
    },
    newDataValidation: () => validationBuilder(context),
    newConditionalFormatRule: () => conditionalFormatRuleBuilder(context),
    // With the scopes of an add-on these fail before they get here; with wider ones only this file exists.
    openById: () => spreadsheet(),
    openByUrl: () => spreadsheet(),
    ProtectionType: PROTECTION_TYPES,
    DataValidationCriteria: CRITERIA,
  } satisfies Members<GoogleAppsScript.Spreadsheet.SpreadsheetApp>;
}
