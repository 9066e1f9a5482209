import type { Members } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';

function text(args: readonly unknown[]): string {
  return args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
}

export function logger(context: ServiceContext) {
  const { log } = context.execution;
  return {
    log: (...args: unknown[]) => {
      log.push(text(args));
    },
    getLog: () => log.join('\n'),
    clear: () => {
      log.length = 0;
    },
  } satisfies Members<GoogleAppsScript.Base.Logger>;
}

export function consoleService(context: ServiceContext) {
  const write = (...args: unknown[]) => {
    context.execution.log.push(text(args));
  };
  return { log: write, info: write, warn: write, error: write } satisfies Members<Console>;
}
