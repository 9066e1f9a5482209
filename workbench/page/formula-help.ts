import { BooleanNumber, type Univer } from '@univerjs/core';
import { FunctionType, IDescriptionService, type IFunctionInfo } from '@univerjs/preset-sheets-core';
import type { Emulator } from '../apps-script/api.js';

type CustomFunction = Emulator['customFunctions'][number];

/** Makes typing `=NR` offer NRR with the help of its comment, as Sheets does. */
export function describeFunctions(univer: Univer, functions: readonly CustomFunction[]): void {
  univer.__getInjector().get(IDescriptionService).registerDescriptions(functions.map(functionInfo));
}

function functionInfo({ name, help, parameters }: CustomFunction): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: help,
    abstract: help.split(/(?<=[.?!])\s/)[0] ?? help,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.help,
      example: '',
      // Sheets knows no optional parameters of custom functions; their help says it in words.
      require: parameter.help.includes('(optional)') ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}
