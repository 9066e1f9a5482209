import type { Execution } from '../api.js';
import { copyInto, isDate } from './realm.js';

/** google.script.run has ten calls under way at most; the eleventh waits (platform 6.7). */
const AT_ONCE = 10;

/** The bridge between a sidebar and the server: what crosses it, and how much at once. */
export class ClientCalls {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly run: (functionName: string, args: readonly unknown[]) => Execution) {}

  /** @throws Error at once for arguments that cannot cross: Dates, functions, NaN, cycles. */
  async call(functionName: string, args: readonly unknown[]): Promise<unknown> {
    if (functionName.endsWith('_'))
      throw new Error(`google.script.run.${functionName} is private and cannot be called`);
    const copies = args.map((arg) => crossing(arg, 'argument'));
    await this.turn();
    try {
      const { value, error } = this.run(functionName, copies);
      if (error) throw new Error(error.message);
      return holdsDate(value) ? null : crossing(value, 'result');
    } finally {
      this.underWay--;
      this.waiting.shift()?.();
    }
  }

  /** Resolves in a task of its own, once fewer than ten calls are under way. */
  private async turn(): Promise<void> {
    if (this.underWay >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.underWay++;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** A returned Date makes the whole result arrive as null, without an error (platform 6.7). */
function holdsDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isDate(value) || Object.values(value).some(holdsDate);
}

function crossing(value: unknown, what: string): unknown {
  check(value, what, []);
  return copyInto(withoutUndefined(value), globalThis, new WeakSet());
}

function check(value: unknown, what: string, above: readonly object[]): void {
  const refuse = (reason: string) => new Error(`google.script.run ${what} holds ${reason}, which cannot cross`);
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw refuse(`a ${typeof value}`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw refuse(String(value));
  if (typeof value !== 'object' || value === null) return;
  if (isDate(value)) throw refuse('a Date');
  if (above.includes(value)) throw refuse('a cycle');
  for (const inner of Object.values(value)) check(inner, what, [...above, value]);
}

function withoutUndefined(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(fields.map(([key, inner]) => [key, withoutUndefined(inner)]));
}
