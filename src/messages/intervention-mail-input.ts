import type { AccountAtRisk, Intervention } from '../watch/reports/intervention.js';
import type { MailInput } from './mail-input.js';

/** Everything that an intervention, the ladder's fifth level, is made from. */
export interface InterventionMailInput extends MailInput, Omit<Intervention, 'accounts'> {
  /** The largest exposure first, unknown last; one or more, each with the address of its row. */
  readonly accounts: readonly (Omit<AccountAtRisk, 'row'> & { readonly link: string })[];
}
