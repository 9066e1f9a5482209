import { ServiceException } from '../runtime/exceptions.js';
import type { ValidationRule } from '../runtime/platform.js';
import { isDate } from '../runtime/realm.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';
import { blockBehind } from './range.js';
import { mismatch } from './signature.js';

const rules = new WeakMap<object, ValidationRule>();

export function ruleBehind(service: unknown): ValidationRule {
  const rule = typeof service === 'object' && service !== null ? rules.get(service) : undefined;
  if (!rule) throw mismatch('SpreadsheetApp.Range.setDataValidation', [service]);
  return rule;
}

export function ruleService(context: Pick<ServiceContext, 'execution'>, rule: ValidationRule): object {
  const service = strict(context.execution, 'DataValidation', {
    getAllowInvalid: () => rule.allowInvalid,
    getHelpText: () => rule.helpText,
    getCriteriaType: () => rule.type,
    getCriteriaValues: () => rule.values,
  } satisfies Members<GoogleAppsScript.Spreadsheet.DataValidation>);
  rules.set(service, rule);
  return service;
}

type Accepts = (content: unknown) => boolean;

/** `SpreadsheetApp.newDataValidation()`: what a rule rejects stops script writes only when invalid data is not allowed. */
export function validationBuilder(context: ServiceContext): object {
  const { execution } = context;
  let rule: ValidationRule | null = null;
  let allowInvalid = true;
  let helpText: string | null = null;
  const require = (type: string, values: readonly unknown[], accepts: Accepts) => {
    rule = { type, values, accepts, allowInvalid, helpText };
    return builder;
  };
  const number = (type: string, test: (value: number) => boolean, ...limits: number[]) =>
    require(type, limits, (content) => typeof content === 'number' && test(content));
  const date = (type: string, test: (serial: number) => boolean, ...limits: unknown[]) => {
    for (const limit of limits)
      if (!isDate(limit)) throw mismatch(`SpreadsheetApp.DataValidationBuilder.require${type}`, limits);
    return require(type, limits, (content) => typeof content === 'number' && test(Math.floor(content)));
  };
  const serial = (limit: unknown) => (isDate(limit) ? Math.floor(context.zone.serialOfInstant(limit.getTime())) : NaN);

  const builder: object = strict(execution, 'DataValidationBuilder', {
    requireValueInList: (values: unknown, showDropdown = true) => {
      if (!Array.isArray(values)) throw mismatch('SpreadsheetApp.DataValidationBuilder.requireValueInList', [values]);
      const texts = values.map(String);
      return require('VALUE_IN_LIST', [texts, showDropdown], (content) => texts.includes(String(content)));
    },
    requireValueInRange: (range: unknown, showDropdown = true) => {
      const found = blockBehind(range);
      if (!found) throw mismatch('SpreadsheetApp.DataValidationBuilder.requireValueInRange', [range]);
      const { sheet, block } = found;
      return require('VALUE_IN_RANGE', [range, showDropdown], (content) => {
        for (let row = block.row; row < block.row + block.rows; row++)
          for (let column = block.column; column < block.column + block.columns; column++)
            if (sheet.content(row, column) === content) return true;
        return false;
      });
    },
    requireCheckbox: () => require('CHECKBOX', [], (content) => typeof content === 'boolean'),
    requireNumberBetween: (low: number, high: number) =>
      number('NUMBER_BETWEEN', (n) => n >= low && n <= high, low, high),
    requireNumberGreaterThan: (limit: number) => number('NUMBER_GREATER_THAN', (n) => n > limit, limit),
    requireNumberGreaterThanOrEqualTo: (limit: number) =>
      number('NUMBER_GREATER_THAN_OR_EQUAL_TO', (n) => n >= limit, limit),
    requireNumberLessThan: (limit: number) => number('NUMBER_LESS_THAN', (n) => n < limit, limit),
    requireNumberLessThanOrEqualTo: (limit: number) => number('NUMBER_LESS_THAN_OR_EQUAL_TO', (n) => n <= limit, limit),
    requireDate: () => date('Date', () => true),
    requireDateAfter: (day: unknown) => date('DateAfter', (n) => n > serial(day), day),
    requireDateOnOrAfter: (day: unknown) => date('DateOnOrAfter', (n) => n >= serial(day), day),
    requireDateBefore: (day: unknown) => date('DateBefore', (n) => n < serial(day), day),
    requireDateOnOrBefore: (day: unknown) => date('DateOnOrBefore', (n) => n <= serial(day), day),
    requireDateBetween: (first: unknown, last: unknown) =>
      date('DateBetween', (n) => n >= serial(first) && n <= serial(last), first, last),
    requireTextIsEmail: () => require('TEXT_IS_VALID_EMAIL', [], (c) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(c))),
    requireTextContains: (text: string) => require('TEXT_CONTAINS', [text], (c) => String(c).includes(text)),
    requireTextEqualTo: (text: string) => require('TEXT_EQUAL_TO', [text], (c) => String(c) === text),
    setAllowInvalid: (allowed: boolean) => {
      allowInvalid = allowed;
      return builder;
    },
    setHelpText: (text: string) => {
      helpText = text;
      return builder;
    },
    build: () => {
      if (!rule) throw new ServiceException('DataValidationBuilder.build needs a require… call first');
      return ruleService({ execution }, { ...rule, allowInvalid, helpText });
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.DataValidationBuilder>);
  return builder;
}
