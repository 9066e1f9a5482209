import type { Message } from '../messages/message.js';

/** How many more recipients this account may write to today. */
export function remainingMailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Hands one message to the mail service; throws when it is refused, and then nothing was sent. */
export function sendMail(recipient: string, { subject, text, html }: Message): void {
  MailApp.sendEmail({ to: recipient, subject, body: text, htmlBody: html, name: 'Bellwether' });
}
