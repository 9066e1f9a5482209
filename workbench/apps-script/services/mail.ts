import { ServiceException } from '../runtime/exceptions.js';
import type { Members } from '../runtime/strict.js';
import { utf8 } from './bytes.js';
import type { ServiceContext } from './context.js';
import { mismatch, textOf } from './signature.js';

type Message = Partial<Record<'to' | 'cc' | 'bcc' | 'replyTo' | 'subject' | 'body' | 'htmlBody' | 'name', unknown>>;

const RECIPIENTS_PER_MESSAGE = 50;
const KNOWN = new Set(['to', 'cc', 'bcc', 'replyTo', 'subject', 'body', 'htmlBody', 'name', 'noReply']);

/** Puts mail in the outbox; the sender is the user whose authority the run has (platform 6.1). */
export function mailApp(context: ServiceContext) {
  const { platform, execution } = context;
  const { user } = execution.setup;
  return {
    getRemainingDailyQuota: () => platform.mailAllowance.remaining(user, execution.now),
    sendEmail: (...args: unknown[]) => {
      const message = messageFrom(args);
      for (const key of Object.keys(message)) {
        if (!KNOWN.has(key)) throw new ServiceException(`MailApp.sendEmail option ${key} is not emulated`);
      }
      const text = (key: keyof Message) =>
        message[key] === undefined || message[key] === null ? '' : textOf(message[key]);
      const recipients = [text('to'), text('cc'), text('bcc')].flatMap(addresses);
      if (addresses(text('to')).length === 0) throw new ServiceException('Failed to send email: no recipient');
      for (const address of recipients) requireAddress(address);
      if (recipients.length > RECIPIENTS_PER_MESSAGE) {
        throw new ServiceException('Limit exceeded: Email Recipients Per Message.');
      }
      const size = Math.max(utf8(text('body')).length, utf8(text('htmlBody')).length);
      if (size > platform.mailBodyLimit) throw new ServiceException('Limit exceeded: Email Body Size.');
      if (!platform.mailAllowance.take(user, execution.now, recipients.length)) {
        throw new ServiceException('Service invoked too many times for one day: email.');
      }
      platform.outbox.push({
        sentAt: execution.now,
        from: user,
        fromName: text('name') || null,
        to: text('to'),
        cc: text('cc'),
        bcc: text('bcc'),
        replyTo: text('replyTo'),
        subject: text('subject'),
        body: text('body'),
        htmlBody: text('htmlBody') || null,
      });
    },
  } satisfies Members<GoogleAppsScript.Mail.MailApp>;
}

function messageFrom(args: readonly unknown[]): Message {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) return first;
  if (args.length < 3 || args.length > 4 || typeof first === 'object') throw mismatch('MailApp.sendEmail', args);
  if (args.length === 4 && (typeof fourth !== 'object' || fourth === null)) {
    return { to: first, replyTo: second, subject: third, body: fourth };
  }
  return { ...(fourth as Message | undefined), to: first, subject: second, body: third };
}

function addresses(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function requireAddress(address: string): void {
  const bare = /<([^<>]*)>$/.exec(address)?.[1] ?? address;
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(bare)) throw new ServiceException(`Invalid email: ${address}`);
}
