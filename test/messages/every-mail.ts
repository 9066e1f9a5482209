import { renderAlertMail } from '../../src/messages/alert-mail.js';
import { renderDigestMail } from '../../src/messages/digest-mail.js';
import { renderInterventionMail } from '../../src/messages/intervention-mail.js';
import type { Message } from '../../src/messages/message.js';
import { renderPatternMail } from '../../src/messages/pattern-mail.js';
import { renderTroubleMail } from '../../src/messages/trouble-mail.js';
import {
  alertInput,
  bentAlert,
  digestInput,
  interventionInput,
  patternInput,
  plainAlert,
  TODAY,
  tickets,
  troubleInput,
  usage,
} from './sample-mail.js';

const UNRESOLVED = { openedOn: TODAY - 4, firstToldOn: TODAY - 4 };

/** A mail of each kind, with one text in the place of everything that comes from a cell. */
export function mailsOf(cell: string): Readonly<Record<string, Message>> {
  const names = { recipientName: cell, bookName: cell, noticeId: cell, currency: cell };
  const cells = { account: cell, owner: cell, clears: cell };
  const bent = bentAlert({ ...cells, subject: cell }, [{ ...usage, indicator: cell }, tickets]);
  const plain = plainAlert({ ...cells, subject: cell, headline: cell, facts: [cell, cell], function: cell });
  const { changes, data, failing, interventions } = digestInput();
  return {
    'the first notice': renderAlertMail(alertInput({ ...names, alerts: [bent] })),
    'the notice to peers': renderAlertMail(
      alertInput({ ...names, alerts: [{ ...plain, ...UNRESOLVED, level: 2, standing: 'peer' }] }),
    ),
    'the notice to an executive': renderAlertMail(
      alertInput({ ...names, alerts: [{ ...bent, ...UNRESOLVED, level: 3, standing: 'manager' }] }),
    ),
    'a mail about several alerts': renderAlertMail(
      alertInput({ ...names, alerts: [plain, bent, { ...plain, level: 2, standing: 'executive' }] }),
    ),
    'the weekly digest': renderDigestMail(
      digestInput({
        ...names,
        changes: changes.slice(0, 1).map((change) => ({ ...change, account: cell })),
        interventions: interventions.map((one) => ({ ...one, quarter: cell })),
        data: { ...data, unreadable: [{ tab: cell, reason: cell }] },
        failing: failing.map((one) => ({ ...one, recipient: cell, error: cell })),
      }),
    ),
    'the pattern brief': renderPatternMail(
      patternInput({
        ...names,
        functions: patternInput().functions.map((pattern) => ({ ...pattern, function: cell })),
      }),
    ),
    'the intervention': renderInterventionMail(
      interventionInput({
        ...names,
        accounts: interventionInput().accounts.map((account) => ({
          ...account,
          account: cell,
          headlines: [cell, cell],
          owner: cell,
        })),
      }),
    ),
    'the mail about trouble': renderTroubleMail(
      troubleInput({
        ...names,
        troubles: troubleInput().troubles.map((trouble) => {
          return trouble.kind === 'tab unreadable' ? { ...trouble, tab: cell, reason: cell } : { ...trouble, of: cell };
        }),
      }),
    ),
  };
}
