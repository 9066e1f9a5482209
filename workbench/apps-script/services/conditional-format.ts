import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';

/** Keeps what a rule says; the grid does not paint it. */
export function conditionalFormatRuleBuilder(context: ServiceContext): object {
  let ranges: readonly unknown[] = [];
  const said: Record<string, readonly unknown[]> = {};
  const say =
    (name: string) =>
    (...args: unknown[]) => {
      said[name] = args;
      return builder;
    };
  const builder: object = strict(context.execution, 'ConditionalFormatRuleBuilder', {
    whenTextEqualTo: say('whenTextEqualTo'),
    whenTextContains: say('whenTextContains'),
    whenTextStartsWith: say('whenTextStartsWith'),
    whenNumberGreaterThan: say('whenNumberGreaterThan'),
    whenNumberGreaterThanOrEqualTo: say('whenNumberGreaterThanOrEqualTo'),
    whenNumberLessThan: say('whenNumberLessThan'),
    whenNumberLessThanOrEqualTo: say('whenNumberLessThanOrEqualTo'),
    whenNumberBetween: say('whenNumberBetween'),
    whenCellEmpty: say('whenCellEmpty'),
    whenCellNotEmpty: say('whenCellNotEmpty'),
    whenFormulaSatisfied: say('whenFormulaSatisfied'),
    setBackground: say('setBackground'),
    setFontColor: say('setFontColor'),
    setBold: say('setBold'),
    setRanges: (given: readonly unknown[]) => {
      ranges = given;
      return builder;
    },
    build: () => {
      const at = [...ranges];
      return strict(context.execution, 'ConditionalFormatRule', {
        getRanges: () => at,
      } satisfies Members<GoogleAppsScript.Spreadsheet.ConditionalFormatRule>);
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>);
  return builder;
}
