import { describe, expect, it, test } from 'vitest';
import { renderDigestMail } from '../../src/messages/digest-mail.js';
import { renderInterventionMail } from '../../src/messages/intervention-mail.js';
import { renderPatternMail } from '../../src/messages/pattern-mail.js';
import { renderTroubleMail } from '../../src/messages/trouble-mail.js';
import { BOOK_URL, digestInput, interventionInput, patternInput, ROW_URL, TODAY, troubleInput } from './sample-mail.js';

describe('the weekly digest', () => {
  const { subject, text } = renderDigestMail(digestInput());

  it('asks first, then tells what is at risk, what changed, what is to be decided and what to trust', () => {
    expect(subject).toBe('[Bellwether] Weekly digest, Mon 18 May');
    expect(text).toBe(`Ada, please decide on the open intervention and look at 1 account newly at risk.

ARR at risk: $1,240,000, unknown for 1 account. Accounts since Mon 11 May: 1 newly at risk, 1 no longer, 1 churned.

Renewal exposure at risk
- ARR: $1,240,000, 5 accounts with an open alert; unknown for 1 account; at the last digest $980,000
- Renews within 30 days: $300,000 on 1 account
- Renews within 60 days: $460,000 on 2 accounts
- Renews within 90 days: $508,000 on 3 accounts

NRR, GRR and churn
twelve months to Thu 30 Apr
- NRR: 104.2 %, a month earlier 106 %; floor 105 %
- GRR: 91.4 %, a month earlier 92 %; floor 90 %
- Logo churn: 8.6 %, a month earlier unknown

What changed
since Mon 11 May
- Contoso: newly at risk; ARR at risk $300,000; renews in 20 days. ${ROW_URL}
- Tailspin: churned; ARR $90,000; renewal day passed 3 days ago. ${ROW_URL}
- Fabrikam: no longer at risk; ARR unknown; renewal day not known. ${ROW_URL}

Open interventions
- Q2 2026, asked on Thu 14 May: tighten, or re-baseline the forecast. ARR at risk $1,240,000 now

Whether the data can be trusted
- Renewals cannot be used: Renewals has no column Opened any more; map its columns again
- 118 accounts, 2 without data in the last whole week
- 14 rows to mend in the Problems tab

Messages that could not be sent
- To lee@example.com: refused 4 times since Sat 16 May, last because of: Invalid email: lee@example.com

What to do
1. Open what changed, from the top.
2. Ask whoever owns it for who does what, by which day.

Why you got this. Team gives you the role of CRO or CEO. It comes weekly, on the Digest day of Settings.
How to stop it. Have your role in the Team tab changed. A reply to this mail changes nothing in the sheet.
Notice. 2026-05-18 ada@example.com 1.
Customer success: ${BOOK_URL}
`);
  });

  it('of a quiet week says so, and shows what is not known as unknown', () => {
    const quiet = renderDigestMail(
      digestInput({
        changes: [],
        interventions: [],
        failing: [],
        metrics: [],
        metricsTo: null,
        atRisk: { accounts: 2, exposure: null, unknownCount: 2, before: null, renewing: [] },
        data: { accounts: 1, withoutData: 0, problems: 0, unreadable: [] },
      }),
    ).text;
    expect(quiet).toMatch(/^Ada, nothing asks for you this week\.\n/);
    expect(quiet).toContain('- ARR: unknown, 2 accounts with an open alert; unknown for 2 accounts\n');
    expect(quiet).toContain('- Not known: the Revenue tab has no complete month, or is not mapped\n');
    expect(quiet).toContain('What changed\nsince Mon 11 May\n- Nothing\n');
    expect(quiet).toContain('Open interventions\n- None\n');
    expect(quiet).toContain('- Nothing to mend in the Problems tab\n');
    expect(quiet).not.toContain('Messages that could not be sent');
  });

  it('says nothing at risk as $0, which it is', () => {
    const atRisk = { accounts: 0, exposure: null, unknownCount: 0, before: 0, renewing: [] };
    expect(renderDigestMail(digestInput({ atRisk })).text).toContain('ARR at risk: $0. ');
  });
});

describe('the pattern brief', () => {
  const { subject, text } = renderPatternMail(patternInput());

  it('has one subject for the whole quarter', () => {
    expect(subject).toBe('[Bellwether] Pattern brief, Q2 2026');
    expect(renderPatternMail(patternInput({ weekOfQuarter: 9, today: TODAY + 14 })).subject).toBe(subject);
  });

  it('tells the pattern of each function, compared with the quarter before, and names no account', () => {
    expect(text).toMatch(
      /^Priya, please find what these alerts have in common, and name one change by Mon 25 May\.\n\nWeek 7 of Q2 2026\. Alerts by function: Product 6 and Sales 2\.\n/,
    );
    expect(text).toContain(`Product: 6 alerts this quarter, 4 still open
ARR at risk $1,200,000, unknown for 1 account, on 4 accounts
- By trigger: Dependency breach 5, Missed cadence 1
- Open for 11 days at the median
- The quarter before: 2 alerts
`);
    expect(text).toContain(`Sales: 2 alerts this quarter, 1 still open
ARR at risk unknown, on 1 account
- By trigger: Dependency breach 2
- The quarter before is not known
`);
  });
});

describe('the intervention', () => {
  const { subject, text } = renderInterventionMail(interventionInput());

  it('wants a decision, with the exposure, the time left and the list', () => {
    expect(subject).toBe('[Bellwether] Decision wanted: ARR at risk in Q2 2026');
    expect(text).toMatch(/^Ada, please decide by Tue 16 Jun: tighten, or re-baseline the forecast\.\n/);
    expect(text).toContain(
      '3 accounts with ARR at risk: $620,000, unknown for 1 account; above the limit of $500,000. Q2 2026 ends on Tue 30 Jun, in 21 days.',
    );
    expect(text).toContain(
      `- Contoso: ARR at risk $572,000; renews in 18 days; commitment 31 days overdue and usage bends, since Sat 9 May; priya@example.com. ${ROW_URL}\n`,
    );
    expect(text).toContain(
      '- Fabrikam: ARR at risk unknown; renewal day not known; no CSM, since Mon 1 Jun; nobody named.',
    );
  });

  test.each([
    ['three days before the end', 3, 'Tue 30 Jun'],
    ['on the last day', 0, 'Tue 30 Jun'],
  ])('%s is to be decided within the quarter', (_, left, by) => {
    const { quarterEnd } = interventionInput();
    expect(renderInterventionMail(interventionInput({ today: quarterEnd - left })).text).toContain(`decide by ${by}:`);
  });

  it('lists or counts every one of 2,000 accounts below 190 KB', () => {
    const { accounts: few } = interventionInput();
    const one = few.slice(0, 1).map((account) => ({ ...account, account: '測'.repeat(500) }));
    const accounts = Array.from({ length: 2_000 }, () => one).flat();
    const { html, text: long } = renderInterventionMail(interventionInput({ accounts }));
    expect(html.length).toBeLessThan(190_000);
    const more = Number(/And ([\d,]+) accounts more/.exec(long)?.[1]?.replace(',', ''));
    expect((long.match(/^- 測/gm)?.length ?? 0) + more).toBe(2_000);
  });
});

describe('the mail about trouble', () => {
  it('names each, why, what stands still and what to do', () => {
    const { subject, text } = renderTroubleMail(troubleInput());
    expect(subject).toBe('[Bellwether] Trouble: Signals cannot be read and 1 more');
    expect(text).toContain('Signals has no column Usage any more; restore its header, or map the columns again');
    expect(text).toContain('Until it is mended, nothing is judged or sent by Momentum decay.');
    expect(text).toContain('The watch of omar@example.com: stands still\nlast run Sat 16 May, 49 hours ago\n');
    expect(text).toContain('- Ask omar@example.com to open the sidebar and switch the watch on again\n');
  });

  it('of one has its own subject and button', () => {
    const { troubles } = troubleInput();
    const one = renderTroubleMail(troubleInput({ troubles: troubles.slice(0, 1) }));
    expect(one.subject).toBe('[Bellwether] Trouble: Signals cannot be read');
    expect(one.content.action).toMatchObject({ words: 'Open', name: 'Signals' });
    const watch = { kind: 'watch stands still' as const, of: null, lastRunOn: TODAY - 2, hours: 49 };
    const other = renderTroubleMail(troubleInput({ troubles: [watch] }));
    expect(other.subject).toBe('[Bellwether] Trouble: the watch of a colleague stands still');
    expect(other.text).not.toMatch(/cannot be read|Problems tab/);
  });

  it('that is not in Notices names no notice', () => {
    const { text } = renderTroubleMail(troubleInput({ noticeId: '' }));
    expect(text).not.toMatch(/Notice\.|\(blank\)/);
    expect(text).toContain('A reply to this mail changes nothing in the sheet.');
  });
});
