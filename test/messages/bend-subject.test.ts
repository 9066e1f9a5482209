import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bendSubject } from '../../src/messages/bend-subject.js';
import { renderBendMail } from '../../src/messages/bend-mail.js';
import { bentAccount, HOSTILE, mailInput, nps, tickets, usage } from './sample-mail.js';

describe('the subject of a bend mail', () => {
  test.each([
    ['one indicator', [bentAccount({ bends: [usage] })], '[Bellwether] Northwind: usage bends since 27 Apr'],
    ['two indicators', [bentAccount()], '[Bellwether] Northwind: usage and support volume bend since 27 Apr'],
    [
      'more indicators',
      [bentAccount({ bends: [usage, tickets, nps] })],
      '[Bellwether] Northwind: usage, NPS and 1 more bend since 27 Apr',
    ],
    [
      'two accounts',
      [bentAccount(), bentAccount({ account: 'Contoso' })],
      '[Bellwether] 2 accounts bend: Northwind and Contoso',
    ],
    [
      'more accounts',
      [bentAccount(), bentAccount({ account: 'Contoso' }), bentAccount({ account: 'Fabrikam' })],
      '[Bellwether] 3 accounts bend: Northwind, Contoso and 1 more',
    ],
    [
      'line breaks in a name',
      [bentAccount({ account: HOSTILE.lineBreaks, bends: [usage] })],
      '[Bellwether] Northwind Bcc: eve@example.com x: usage bends since 27 Apr',
    ],
  ])('%s', (_, accounts, subject) => {
    expect(bendSubject(accounts)).toBe(subject);
  });

  it('is one line of at most 120 characters, whatever the cells hold', () => {
    const account = fc.record({
      account: fc.string({ unit: 'binary', maxLength: 300 }),
      indicator: fc.string({ maxLength: 300 }),
    });
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 4 }), (accounts) => {
        const subject = bendSubject(
          accounts.map(({ account, indicator }) =>
            bentAccount({ account, bends: [usage, { ...tickets, indicator }, { ...nps, indicator }] }),
          ),
        );
        expect(subject).toMatch(/^\[Bellwether\] [^\p{Cc}\u2028\u2029]+$/u);
        expect(Array.from(subject).length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('stays the same on another day, with other values and another order of accounts and bends', () => {
    const accounts = [
      bentAccount(),
      bentAccount({ account: 'Contoso', exposure: null }),
      bentAccount({ account: 'Fabrikam', exposure: 48_000 }),
    ];
    const { subject } = renderBendMail(mailInput({ accounts }));
    fc.assert(
      fc.property(fc.shuffledSubarray(accounts, { minLength: 3 }), fc.nat(100), (shuffled, days) => {
        const input = mailInput();
        const later = shuffled.map((account) => ({
          ...account,
          bends: [...account.bends]
            .reverse()
            .map((bend) => ({ ...bend, to: bend.to + days, weeks: bend.weeks + days })),
        }));
        expect(renderBendMail({ ...input, accounts: later, today: input.today + days }).subject).toBe(subject);
      }),
      { numRuns: 20 },
    );
    const one = bendSubject([bentAccount()]);
    expect(bendSubject([bentAccount({ bends: [tickets, usage], exposure: 1 })])).toBe(one);
  });
});
