import type { Injector } from '@univerjs/core';
import type { BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import type { CustomFunction } from '../api.js';
import type { UniverKit } from '../storage/kit.js';
import { describe } from '../runtime/exceptions.js';
import { THROWN } from './results.js';

/** Computes one cell; throws what the cell function threw. */
export type Evaluate = (name: string, variants: readonly FunctionVariantType[]) => BaseValueObject;

/** Teaches Univer's formula engine the script's functions; an error is kept for the cell that it happened in. */
export function registerFunctions(
  kit: UniverKit,
  injector: Injector,
  functions: readonly CustomFunction[],
  evaluate: Evaluate,
  report: (sheetId: string, row: number, column: number, message: string | null) => void,
): void {
  const { BaseFunction, ErrorValueObject, ERROR_TYPE_SET, IFunctionService } = kit.sheets;
  // Other formulas must see the error as one.
  ERROR_TYPE_SET.add(THROWN);

  class ScriptFunction extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = 0;
    override maxParams = 255;

    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      const at = [this.subUnitId ?? '', this.row, this.column] as const;
      try {
        const result = evaluate(this.name as string, variants);
        report(...at, null);
        return result;
      } catch (error) {
        report(...at, tooltipOf(error));
        return ErrorValueObject.create(THROWN);
      }
    }
  }

  injector.get(IFunctionService).registerExecutors(...functions.map(({ name }) => new ScriptFunction(name)));
}

/** Thrown in another realm, so known by its form alone. */
function tooltipOf(error: unknown): string {
  const { name, message } = describe(error);
  return name === 'Termination' ? message : `${name}: ${message}`;
}
