import { alertContent } from './alert-content.js';
import type { AlertMailInput } from './alert-mail-input.js';
import { checkLink } from './mail-input.js';
import { renderContent, type Message } from './message.js';

/** More than this many alerts in full is a report, not a mail. */
const MOST_TOLD = 20;

/**
 * The mail that tells a person every alert that they are to hear of: what is wrong, with its numbers, since when, what it
 * puts at risk, where it stands on the ladder, what clears it and what to do.
 * At most 20 alerts are told in full, fewer when the mail would be too long to be sent; the rest gets one line each.
 *
 * @throws on a programmer's mistake alone: no alert, or a link that is no web address.
 */
export function renderAlertMail(input: AlertMailInput): Message {
  const { alerts, bookUrl } = input;
  if (alerts.length === 0) throw new RangeError('renderAlertMail: alerts must hold at least one alert, got none');
  checkLink('renderAlertMail: bookUrl', bookUrl);
  alerts.forEach(({ link }, index) => {
    checkLink(`renderAlertMail: alerts[${index}].link`, link);
  });
  return renderContent(Math.min(MOST_TOLD, alerts.length), (told) => alertContent(input, told));
}
