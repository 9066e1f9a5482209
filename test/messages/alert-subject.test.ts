import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { renderAlertMail } from '../../src/messages/alert-mail.js';
import type { AlertToTell } from '../../src/messages/alert-mail-input.js';
import { alertSubject } from '../../src/messages/alert-subject.js';
import { alertKey } from '../../src/watch/alert-key.js';
import { alertInput, bentAlert, HOSTILE, nps, plainAlert, tickets, TODAY, usage, WEEK } from './sample-mail.js';

const subjectOf = (alerts: readonly AlertToTell[]): string => alertSubject(alerts, WEEK, 2);

describe('the subject of a mail about alerts', () => {
  test.each<[string, readonly AlertToTell[], string]>([
    ['one indicator', [bentAlert({}, [usage])], 'Northwind: usage bends since 27 Apr'],
    ['two indicators', [bentAlert()], 'Northwind: usage and support volume bend since 27 Apr'],
    ['more', [bentAlert({}, [usage, tickets, nps])], 'Northwind: usage, NPS and 1 more bend since 27 Apr'],
    ['a promise', [plainAlert()], 'Contoso, C-12 late since 9 May'],
    [
      'a handoff',
      [plainAlert({ subject: 'Contoso: handoff 2026-05-02' })],
      'Contoso: handoff 2026-05-02 late since 9 May',
    ],
    ['a QBR', [plainAlert({ trigger: 'Missed cadence', subject: 'Contoso: QBR' })], 'Contoso: QBR missed since 9 May'],
    [
      'a renewal',
      [plainAlert({ trigger: 'Velocity drop', subject: 'Contoso: renewal 2026-06-07' })],
      'Contoso: renewal 2026-06-07 drags since 9 May',
    ],
    ['a metric', [plainAlert({ trigger: 'KPI drift', subject: 'NRR', account: null })], 'NRR drifts since 9 May'],
    [
      'nobody owns it',
      [plainAlert({ trigger: 'Owner absence', subject: 'Contoso' })],
      'Contoso needs an owner since 9 May',
    ],
    ['accounts', [bentAlert(), bentAlert({ account: 'Adatum' })], '2 accounts bend: Adatum and Northwind'],
    [
      'promises',
      [plainAlert(), plainAlert({ subject: 'C-14', account: 'Fabrikam' })],
      '2 promises broken on 2 accounts: Contoso and Fabrikam',
    ],
    ['mixed', [bentAlert(), plainAlert()], '2 alerts: Contoso and Northwind'],
    [
      'line breaks in a name',
      [bentAlert({ account: HOSTILE.lineBreaks }, [usage])],
      'Northwind Bcc: eve@example.com x: usage bends since 27 Apr',
    ],
  ])('%s', (_, alerts, subject) => {
    expect(subjectOf(alerts)).toBe(`[Bellwether] ${subject}`);
  });

  it('is one line of at most 120 characters, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (cells) => {
        const alerts = cells.flatMap(([account, text]) => [
          bentAlert({ account }, [usage, { ...tickets, indicator: text }]),
          plainAlert({ account, subject: text }),
        ]);
        for (const some of [alerts, alerts.slice(0, 1), alerts.slice(1, 2)]) {
          expect(subjectOf(some)).toMatch(/^\[Bellwether\] [^\p{Cc}\u2028\u2029]+$/u);
          expect(Array.from(subjectOf(some)).length).toBeLessThanOrEqual(120);
        }
      }),
    );
  });

  it('stays the same at every later step, on another day, with other values, and when indicators join or leave', () => {
    const openedOn = TODAY;
    const indicators = ['Usage', 'Support volume'];
    const opened = renderAlertMail(alertInput({ alerts: [bentAlert({ openedOn, indicators })] })).subject;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.nat(8),
        fc.boolean(),
        fc.boolean(),
        (level, weeks, joins, leaves) => {
          const bends = [
            { ...usage, to: usage.to - weeks, weeks: usage.weeks + weeks },
            ...(leaves ? [] : [{ ...tickets, weeks: tickets.weeks + weeks }]),
            ...(joins ? [{ ...nps, since: WEEK + 7 * Math.max(0, weeks - 1) }] : []),
          ];
          const known = joins ? [...indicators, 'NPS'] : indicators;
          const alert = bentAlert({ level, openedOn, indicators: known, exposure: level, standing: 'manager' }, bends);
          const week = WEEK + 7 * weeks;
          const { subject } = renderAlertMail(alertInput({ alerts: [alert], week, today: week + 7, level }));
          expect(subject).toBe(opened);
        },
      ),
    );
  });

  it('of another trigger stays the same whatever its headline counts, and names the day of the key', () => {
    const key = alertKey('Dependency breach', 'C-12', TODAY - 9);
    const later = plainAlert({ key, level: 3, since: TODAY - 2, headline: 'commitment 16 days overdue', exposure: 1 });
    expect(subjectOf([later])).toBe(subjectOf([plainAlert()]));
  });

  it('of several alerts does not depend on their order', () => {
    const alerts = [bentAlert(), bentAlert({ account: 'Adatum' }), plainAlert()];
    expect(subjectOf([...alerts].reverse())).toBe(subjectOf(alerts));
  });
});
