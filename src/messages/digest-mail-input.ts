import type { AccountChange } from '../watch/reports/account-changes.js';
import type { Digest } from '../watch/reports/digest.js';
import type { MailInput } from './mail-input.js';

/** Everything that the weekly digest to the executives is made from. */
export interface DigestMailInput extends MailInput, Omit<Digest, 'changes'> {
  /** The largest exposure first, each with the address of its row. */
  readonly changes: readonly (Omit<AccountChange, 'row'> & { readonly link: string })[];
}
