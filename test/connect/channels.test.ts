import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { alertNews } from '../../src/connect/alert-news.js';
import { googleChatRequest } from '../../src/connect/google-chat.js';
import { slackRequest } from '../../src/connect/slack.js';
import { renderAlertMail } from '../../src/messages/alert-mail.js';
import { alertInput, bentAlert, BOOK_URL, HOSTILE, plainAlert, ROW_URL } from '../messages/sample-mail.js';

const SLACK = 'https://hooks.slack.com/services/T0/B0/x';
const CHAT = 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t';

const newsOf = (...mails: (readonly ReturnType<typeof bentAlert>[])[]) => {
  const news = alertNews(mails.map((alerts) => renderAlertMail(alertInput({ alerts })).content));
  if (!news) throw new Error('there is no news');
  return news;
};
const textOf = ({ body }: { readonly body: string }): string => (JSON.parse(body) as { text: string }).text;

describe('what a channel is told', () => {
  it('is a line for each alert, with its numbers and the way to its row', () => {
    const text = textOf(slackRequest(SLACK, newsOf([plainAlert(), bentAlert()])));
    expect(text).toBe(
      [
        '*Bellwether*: 2 alerts in Customer success',
        `• *Contoso, C-12*: commitment 9 days overdue; ARR at risk $300,000; renews in 20 days (Sun 7 Jun); priority 900,000 <${BOOK_URL}#gid=2&range=4:4|open the row>`,
        `• *Northwind*: usage and support volume bend; ARR at risk $48,000; renews in 62 days (Sun 19 Jul); CSM dana@example.com; priority 192,000 <${ROW_URL}|open the row>`,
      ].join('\n'),
    );
  });

  it('tells an alert once, however many people were told of it', () => {
    const text = textOf(
      googleChatRequest(CHAT, newsOf([bentAlert()], [bentAlert({ standing: 'peer' }), plainAlert()])),
    );
    expect(text).toMatch(/^\*Bellwether\*: 2 alerts in/);
    expect(text.match(/\*Northwind\*/g)).toHaveLength(1);
  });

  it('has nothing to say when no message tells of an alert', () => {
    expect(alertNews([])).toBeNull();
  });
});

describe.each([
  ['Slack', slackRequest, SLACK],
  ['Google Chat', googleChatRequest, CHAT],
] as const)('a message to %s', (name, requestFor, url) => {
  const textWith = (cell: string): string => {
    return textOf(requestFor(url, newsOf([bentAlert({ account: cell }), plainAlert({ headline: cell })])));
  };
  /** The markup that the text may have: bold and links of ours. */
  const markup = (text: string): readonly string[] => {
    return text.replace(/\u2060[*_~`]\u2060/g, '').match(/[<>*_~`]|@\w+>/g) ?? [];
  };

  test.each([
    ...Object.entries(HOSTILE),
    ['mention', '<!channel> <users/all> <@U1>'],
    ['marks', '*a* _b_ ~c~ `d` <http://x|y>'],
  ])('keeps a cell a text: %s', (_, cell) => {
    const text = textWith(cell);
    expect(markup(text)).toEqual(markup(textWith('Northwind')));
    expect(text.split('\n')).toHaveLength(3);
  });

  it('goes to the address that it is given and stays within its length, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { minLength: 1, maxLength: 60 }), (cells) => {
        const news = newsOf(
          cells.map((account, index) => bentAlert({ account, link: `${BOOK_URL}#gid=1&range=${index}` })),
        );
        const request = requestFor(url, news);
        expect(request.url).toBe(url);
        const text = textOf(request);
        expect(text.length).toBeLessThanOrEqual(3_900);
        const more = Number(/\nAnd (\d+) more: </.exec(text)?.[1] ?? 0);
        expect((text.match(/\n• /g)?.length ?? 0) + more).toBe(news.items.length);
      }),
      { numRuns: 20 },
    );
  });

  it('shows what a cell says', () => {
    expect(textWith('AT&T <EU>')).toContain(name === 'Slack' ? 'AT&amp;T &lt;EU&gt;' : 'AT&T \u2039EU\u203A');
  });
});
