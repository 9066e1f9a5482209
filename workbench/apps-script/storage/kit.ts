import type * as core from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type * as preset from '@univerjs/preset-sheets-node-core';

/** What the emulator takes from Univer; the page and Node load it differently, so it comes as a value. */
export interface UniverKit {
  readonly core: Pick<typeof core, 'ICommandService'>;
  readonly sheets: Pick<
    typeof preset,
    | 'ArrayValueObject'
    | 'AstTreeBuilder'
    | 'BaseFunction'
    | 'BooleanValueObject'
    | 'ERROR_TYPE_SET'
    | 'ErrorValueObject'
    | 'FORMULA_REF_TO_ARRAY_CACHE'
    | 'FormulaCalculationSessionService'
    | 'FormulaDataModel'
    | 'IActiveDirtyManagerService'
    | 'IFormulaCurrentConfigService'
    | 'IFormulaRuntimeService'
    | 'IFunctionService'
    | 'Interpreter'
    | 'Lexer'
    | 'NullValueObject'
    | 'NumberValueObject'
    | 'SetArrayFormulaDataMutation'
    | 'SetFormulaCalculationStartMutation'
    | 'SetRangeValuesMutation'
    | 'SetTriggerFormulaCalculationStartMutation'
    | 'StringValueObject'
  >;
  readonly univerAPI: FUniver;
}
