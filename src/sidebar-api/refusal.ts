import type { RefusalCode } from './protocol.js';

/** Ends a call with an answer that the person can act on. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
