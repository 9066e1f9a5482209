import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { renderAlertMail } from '../../src/messages/alert-mail.js';
import { TRIGGERS } from '../../src/watch/finding.js';
import { readableText } from './readable-text.js';
import { alertInput, bentAlert, BOOK_URL, nps, plainAlert, ROW_URL, tickets, TODAY, usage } from './sample-mail.js';

const manyAlerts = (count: number, given = {}, bends = [usage, tickets]) =>
  Array.from({ length: count }, (_, index) =>
    bentAlert({ account: `Account ${String(index).padStart(4, '0')}`, exposure: 1_000_000 - index, ...given }, bends),
  );

describe('the first notice of one account that bends', () => {
  const { text, html } = renderAlertMail(alertInput());

  it('says in plain text what to do, what bends, what it puts at risk, what clears it and how to stop', () => {
    expect(text).toBe(`Dana, please set a status for Northwind within 48 hours, by Wed 20 May.

Usage and support volume bend in the week of Mon 11 May.

Northwind: usage and support volume bend
ARR at risk $48,000, renews in 62 days (Sun 19 Jul), CSM dana@example.com, priority 192,000
- Usage: -22 % over 3 weeks, 410 -> 320, since Mon 27 Apr (outside natural limits)
  Last 12 weeks: 430, 425, 440, no data, 415, 420, 412, 405, 410, 390, 350, 320
- Support volume: +125 % over 2 weeks, 4 -> 9, since Mon 4 May (within normal variation)
  Last 12 weeks: 5, 4, 6, 3, 5, 4, 4, no data, 5, 4, 7, 9
Level 1 of 3, first notice.
Clears after one full week in which Usage and Support volume do not go the wrong way.
Row: ${ROW_URL}

What to do
1. Open the row and look at what changed.
2. In the Alerts tab, set State to acknowledged when somebody has taken it on, which stops the ladder for a week, or to snoozed with a Reason when it can wait, for 14 days at most.
3. For the week's check-in, choose Extensions > Bellwether > Open Bellwether.

Why you got this. The CSM column of the Accounts tab names you.
How to stop it. Acknowledge or snooze the alert. For good: change the column or role that names you, or set the trigger to off in Settings, which stops its mails to everybody. A reply to this mail changes nothing in the sheet.
What bends. An indicator that moves the wrong way 2 weeks running. A week without data neither opens nor clears an alert.
How unusual it is. Outside natural limits: further than its earlier weeks vary. Within normal variation: the run is real, its size is usual. Short history: too few weeks to tell.
Priority. ARR at risk x closeness of the renewal (3 within 30 days, 2 within 90, else 1) x number of things wrong.
Notice. 2026-05-11 dana@example.com 1, level 1.
Customer success: ${BOOK_URL}
`);
  });

  it('draws a picture of each indicator and says it in words to those who do not see it', () => {
    const labels = [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map((match) => match[1]);
    expect(labels).toEqual([
      'Usage. Last 12 weeks: 430, 425, 440, no data, 415, 420, 412, 405, 410, 390, 350, 320. Bends since Mon 27 Apr',
      'Support volume. Last 12 weeks: 5, 4, 6, 3, 5, 4, 4, no data, 5, 4, 7, 9. Bends since Mon 4 May',
    ]);
    expect(html.match(/class="bent"/g)).toHaveLength(5);
    expect(html.match(/class="bar"/g)).toHaveLength(17);
    expect(html.match(/&#9660;/g)).toHaveLength(3);
    expect(html.match(/&#9650;/g)).toHaveLength(2);
  });

  it('links to the row once, by the button, and to the spreadsheet', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(links).toEqual([ROW_URL.replace('&', '&amp;'), BOOK_URL]);
  });

  it('greets nobody when the name is not known', () => {
    const unknown = renderAlertMail(alertInput({ recipientName: null }));
    expect(unknown.text).toMatch(/^Please set a status for Northwind within 48 hours/);
  });

  it('names every indicator of an account that has very many', () => {
    const bends = Array.from({ length: 15 }, (_, index) => ({ ...usage, indicator: `Indicator ${index}` }));
    const { text: long } = renderAlertMail(alertInput({ alerts: [bentAlert({}, bends)] }));
    expect(long).toContain('- Indicator 11: -22 %');
    expect(long).toContain('- Also bending: Indicator 12, Indicator 13 and Indicator 14\n');
  });
});

describe('the next steps of the ladder', () => {
  const told = { openedOn: TODAY - 4, firstToldOn: TODAY - 4, owner: 'dana@example.com' };
  const mailAt = (given: Partial<Parameters<typeof bentAlert>[0]>) => {
    return renderAlertMail(alertInput({ recipientName: 'Priya', alerts: [bentAlert({ ...told, ...given })] }));
  };

  it('ask the owner again, who knows since when', () => {
    const { text } = mailAt({ level: 2 });
    expect(text).toMatch(/^Priya, Northwind is still open; please set a status within 48 hours, by Wed 20 May\.\n/);
    expect(text).toContain(
      'Level 2 of 3, peers: still open since Thu 14 May; you were asked first on Thu 14 May, and nobody has taken it on since.',
    );
  });

  it('ask the peers for their view, and say who was asked before', () => {
    const { text } = mailAt({ level: 2, standing: 'head of function' });
    expect(text).toMatch(/^Priya, Northwind is still open; please add a line on what you see of it by Wed 20 May\.\n/);
    expect(text).toContain('dana@example.com was asked first on Thu 14 May');
    expect(text).toContain(
      'An alert stayed open for 48 hours after its owner was told, and Team names you as the head',
    );
  });

  it('ask the executive to ask for a re-commit', () => {
    const { text } = mailAt({ level: 3, standing: 'manager' });
    expect(text).toMatch(/^Priya, Northwind is still open; please ask for a re-commit by Wed 20 May\.\n/);
    expect(text).toContain('Agree with its owner who does what, by which day.');
    expect(text).toContain(
      "stayed open for 96 hours after its owner was told, and Team names you as its owner's manager",
    );
  });

  it('ask what each alert asks when they ask for different things', () => {
    const alerts = [bentAlert(), plainAlert({ level: 2, standing: 'peer', openedOn: TODAY - 2 })];
    const { text } = renderAlertMail(alertInput({ alerts }));
    expect(text).toMatch(/^Dana, please look at each of these 2 alerts and do what it asks, by Wed 20 May\.\n/);
    expect(text).toContain('Asked of you: set a status within 48 hours.');
    expect(text).toContain('Asked of you: add a line on what you see of it.');
  });
});

describe('a mail about several alerts', () => {
  it('keeps the order of priority that it is given, and adds each account up once', () => {
    const alerts = [
      plainAlert(),
      bentAlert({ account: 'Contoso', exposure: 120_000 }),
      bentAlert({ account: 'Fabrikam', exposure: null, priority: null, renewal: null }, [nps]),
      plainAlert({ trigger: 'KPI drift', subject: 'NRR', account: null, exposure: null, headline: '104 %, too low' }),
    ];
    const { text, html } = renderAlertMail(alertInput({ alerts }));
    const titles = ['Contoso, C-12', 'Contoso', 'Fabrikam', 'NRR'];
    expect([...html.matchAll(/<h2[^>]*><bdi>([^<]*)/g)].map((match) => match[1])).toEqual(titles);
    expect(text).toContain('4 alerts: 1 of dependency breach, 2 of momentum decay and 1 of KPI drift.');
    expect(text).toContain('ARR at risk $300,000 in all, unknown for 1 account.');
    expect(text).toContain('Fabrikam: NPS bends\nARR at risk unknown, renewal day not known, CSM dana@example.com\n');
    expect(text).toContain('NRR: 104 %, too low\npriority');
  });

  it('adds broken promises up by the function that owes them', () => {
    const alerts = [1, 2, 3, 4].map((index) =>
      plainAlert({ subject: `C-${index}`, account: `Account ${index}`, exposure: 300_000 }),
    );
    const { text } = renderAlertMail(
      alertInput({ alerts: [...alerts, plainAlert({ subject: 'C-5', account: 'Account 1' })] }),
    );
    expect(text).toContain(
      '5 promises broken on 4 accounts. Product breached on 4 accounts, renewal exposure $1,200,000.',
    );
  });

  it('adds up all that a function has broken, whoever else is told of it', () => {
    const broken = [1, 2, 3, 4].map((index) =>
      plainAlert({ subject: `C-${index}`, account: `Account ${index}`, exposure: 300_000 }),
    );
    const others = plainAlert({ subject: 'C-9', account: 'Account 9', exposure: 5, function: 'Legal' });
    const { text } = renderAlertMail(alertInput({ alerts: broken.slice(0, 1), broken: [...broken, others] }));
    expect(text).toContain('. Product breached on 4 accounts, renewal exposure $1,200,000.\n');
    expect(text).not.toContain('Legal');
  });

  it('asks whoever stands in for an owner that is not named, and says why', () => {
    const { text } = renderAlertMail(alertInput({ alerts: [plainAlert({ standing: 'stand-in', owner: null })] }));
    expect(text).toMatch(/please set a status for .* within 48 hours/);
    expect(text).toContain('No owner with an e-mail address is named for it, and Team names you as the head');
    expect(text).not.toContain('still open');
  });

  it('asks those whose accounts are behind a metric for their view, with the first notice', () => {
    const drift = { trigger: 'KPI drift' as const, account: null, subject: 'NRR', standing: 'peer' as const };
    const { text } = renderAlertMail(alertInput({ alerts: [plainAlert(drift)] }));
    expect(text).toMatch(/please add a line on what you see of NRR/);
    expect(text).toContain('Why you got this. Your accounts are behind it, or your function can help.');
    expect(text).not.toContain('still open');
  });

  it('says that no exposure is known instead of adding up nothing', () => {
    const { text } = renderAlertMail(alertInput({ alerts: manyAlerts(2, { exposure: null }) }));
    expect(text).toContain('2 accounts bend in the week of Mon 11 May. ARR at risk unknown.');
  });

  it('tells 20 in full and the others in one line each, and says so', () => {
    const { text, html } = renderAlertMail(alertInput({ alerts: manyAlerts(40) }));
    expect(text).toContain('The first 20 are told in full, the other 20 in one line each');
    expect(html.match(/<h2[^>]*><bdi>Account/g)).toHaveLength(20);
    expect(text).toContain(
      `- Account 0039: usage and support volume bend; ARR at risk $999,961; renews in 62 days. ${ROW_URL}\n`,
    );
    expect(html.match(/>Account 0039</g)).toHaveLength(1);
  });

  test.each<[string, number, object, (typeof usage)[]]>([
    ['200 alerts', 200, {}, [usage, tickets]],
    ['200 alerts with 12 bends each', 200, {}, Array.from({ length: 12 }, () => usage)],
    ['2,000 alerts', 2000, {}, [usage, tickets]],
    [
      '200 with endless names outside ASCII',
      200,
      { account: '測'.repeat(50_000), clears: '試'.repeat(50_000) },
      [usage],
    ],
  ])('stays below 190 KB with %s, and names or counts each', (_, count, given, bends) => {
    const { html, text } = renderAlertMail(alertInput({ alerts: manyAlerts(count, given, bends) }));
    expect(html.length).toBeLessThan(190_000);
    const full = text.match(/^Level 1 of 3/gm)?.length ?? 0;
    const uncounted = /And ([\d,]+) alerts more/.exec(text)?.[1]?.replace(',', '') ?? '0';
    expect(full + (text.match(/^- .*; ARR at risk/gm)?.length ?? 0) + Number(uncounted)).toBe(count);
  });
});

describe('every trigger', () => {
  test.each(TRIGGERS)('%s tells its facts, what clears it and why its owner got it', (trigger) => {
    const alert = plainAlert({ trigger, headline: 'the headline', facts: ['One fact', 'Another fact'] });
    const { text, html } = renderAlertMail(alertInput({ alerts: [alert] }));
    expect(text).toContain('Contoso, C-12: the headline\nARR at risk $300,000, renews in 20 days (Sun 7 Jun)');
    expect(text).toContain('- One fact\n- Another fact\n');
    expect(text).toMatch(/Why you got this\. \S.*\./);
    expect(readableText(html)).toContain('One fact. Another fact.');
    expect(text).not.toContain('What bends');
  });
});

describe('a mistake of the caller', () => {
  it('is told when there is no alert', () => {
    expect(() => renderAlertMail(alertInput({ alerts: [] }))).toThrow(
      'renderAlertMail: alerts must hold at least one alert, got none',
    );
  });

  test.each(['javascript:alert(1)', 'https://x.test/"onclick="', 'https://x.test/ y', 'ftp://x.test', ''])(
    'is told when a link is %j',
    (link) => {
      expect(() => renderAlertMail(alertInput({ alerts: [bentAlert({ link })] }))).toThrow(
        `renderAlertMail: alerts[0].link must be an http or https address, got ${JSON.stringify(link)}`,
      );
      expect(() => renderAlertMail(alertInput({ bookUrl: link }))).toThrow('renderAlertMail: bookUrl must be');
    },
  );
});

it('renders with nothing but the language, as in Apps Script', async () => {
  const bundle = await build({
    entryPoints: ['src/messages/alert-mail.ts'],
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'mail',
    target: 'es2019',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const given = JSON.stringify(alertInput());
  const html: unknown = vm.runInNewContext(`${code}; mail.renderAlertMail(${given}).html`, {});
  expect(html).toBe(renderAlertMail(alertInput()).html);
});
