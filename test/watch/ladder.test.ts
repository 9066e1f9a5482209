import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/watch/finding.js';
import { recipientsOf, standingOf } from '../../src/watch/recipients.js';
import { peopleOf } from '../../src/watch/people.js';
import type { Records } from '../../src/records/workbook.js';
import { workbook } from '../records/tables.js';
import { DAY, finding, HOUR, MAYA, MONDAY, person, sent, told } from './fixtures.js';

const [CRO, VP_CS, HEAD, BOSS] = ['cro@x.example', 'vpcs@x.example', 'head@x.example', 'boss@x.example'];

const TEAM = [
  person(MAYA, { role: 'Product Manager', function: 'Product', manager: BOSS }),
  person(CRO, { role: 'CRO', function: 'Sales' }),
  person(VP_CS, { role: 'VP Customer Success', function: 'CS' }),
  person(HEAD, { role: 'Head of Product', function: 'Product' }),
  person(BOSS, { role: 'Director', function: 'Operations' }),
];
const withTeam = (team = TEAM): Records => ({ ...workbook(), team });

/** The same condition, tick after tick, every message sent at once; whom each tick told at which step. */
function climbed(moments: readonly number[], one = finding(), records = withTeam()): string[][] {
  let now = records;
  return moments.map((at) => {
    const outcome = told(now, { [one.subject]: one }, at, one.trigger);
    now = sent(outcome.after, at);
    return outcome.decisions.flatMap(({ tellings }) => {
      return tellings.map(({ recipient, level }) => `${recipient} @${String(level)}`);
    });
  });
}

describe('the ladder of one alert', () => {
  it('tells the owner, 48 hours later the peers, 48 hours later the executive, and then nobody', () => {
    const hours = [0, 1, 47, 48, 49, 95, 96, 97, 200];
    expect(climbed(hours.map((hour) => MONDAY + hour * HOUR))).toEqual([
      [`${MAYA} @1`],
      [],
      [],
      [`${MAYA} @2`, `${HEAD} @2`, `${CRO} @2`, `${VP_CS} @2`],
      [],
      [],
      [`${BOSS} @3`],
      [],
      [],
    ]);
  });

  it('takes one step after ten days without a tick, and the next 48 hours after that one went out', () => {
    const late = MONDAY + 14 * DAY;
    const [first, afterOutage, hourLater, next] = climbed([MONDAY, late, late + HOUR, late + 48 * HOUR]);
    expect(first).toHaveLength(1);
    expect(afterOutage).toHaveLength(4);
    expect(hourLater).toEqual([]);
    expect(next).toEqual([`${BOSS} @3`]);
  });

  it('tells nobody of a further step while an earlier one still waits for them', () => {
    const first = told(withTeam(), { C1: finding() }).after;
    const peers = told(sent(first, MONDAY), { C1: finding() }, MONDAY + 2 * DAY).after;
    // The head was left out, and a message of this step to the boss was refused.
    const notices = peers.notices.map((notice) => {
      if (notice.state !== 'due') return notice;
      return notice.recipient === HEAD
        ? { ...notice, recipient: BOSS, attempts: 1 }
        : { ...notice, state: 'sent', sent: MONDAY + 2 * DAY };
    });
    const later = told({ ...peers, notices }, { C1: finding() }, MONDAY + 4 * DAY);
    expect(later.decisions[0]?.tellings).toEqual([{ recipient: HEAD, level: 2 }]);
    expect(later.decisions[0]?.after?.level ?? 2).toBe(2);
  });

  it('says the same of a step that some were told and others, who are off, will be', () => {
    const team = TEAM.map((one) => (one.email === HEAD ? { ...one, workingDays: 'Sat-Sun' } : one));
    const first = sent(told(withTeam(team), { C1: finding() }).after, MONDAY);
    const next = told(first, { C1: finding() }, MONDAY + 2 * DAY);
    expect(next.decisions[0]).toMatchObject({ reason: 'next step' });
    const again = told(next.after, { C1: finding() }, MONDAY + 2 * DAY);
    expect(again).toMatchObject({ changed: [], planned: [], recorded: [] });
  });

  it('does not climb while its message has not gone out', () => {
    const first = told(withTeam(), { C1: finding() });
    const later = told(first.after, { C1: finding() }, MONDAY + 3 * DAY);
    expect(later.decisions[0]).toMatchObject({ tellings: [], reason: 'last message not sent' });
    const out = told(sent(first.after, MONDAY + 3 * DAY), { C1: finding() }, MONDAY + 4 * DAY);
    expect(out.decisions[0]).toMatchObject({ tellings: [], reason: 'next step not due' });
  });

  it('shows when it climbs, at the full hour', () => {
    const first = told(withTeam(), { C1: finding() }, MONDAY + 1);
    const gone = told(sent(first.after, MONDAY + 9), { C1: finding() }, MONDAY + HOUR);
    const shown = [first, gone].map(({ after }) => after.alerts[0]?.nextStepAt);
    // 09:00 in a zone half an hour off the hour of UTC.
    expect(shown).toEqual([MONDAY + 48 * HOUR + HOUR / 2, MONDAY + 48 * HOUR + HOUR / 2]);
  });

  it('climbs from what the alert shows when a person deleted its notices', () => {
    const { after } = told(withTeam(), { C1: finding() });
    const cleaned = { ...sent(after, MONDAY), notices: [] };
    expect(told(cleaned, { C1: finding() }, MONDAY + DAY).planned).toEqual([]);
    expect(told(cleaned, { C1: finding() }, MONDAY + 49 * HOUR).decisions[0]).toMatchObject({ action: 'climb' });
  });

  it('tells a step again of which every message was dropped', () => {
    const { after } = told(withTeam(), { C1: finding() });
    const dropped = { ...after, notices: after.notices.map((notice) => ({ ...notice, state: 'dropped' })) };
    expect(told(dropped, { C1: finding() }, MONDAY + 3 * DAY).planned).toMatchObject([{ recipient: MAYA, level: 1 }]);
  });
});

describe('a step goes out in working hours', () => {
  const night = MONDAY - 6 * HOUR;

  it('and waits for the morning, with its reason', () => {
    const first = told(withTeam(), { C1: finding() }, night);
    expect(first.decisions[0]).toMatchObject({ action: 'open', reason: 'outside working hours', tellings: [] });
    expect(first.after.alerts[0]?.level).toBeNull();
    expect(told(first.after, { C1: finding() }, MONDAY).planned).toMatchObject([{ recipient: MAYA }]);
  });

  it('of each recipient, so that nobody is left out of a step that others took', () => {
    const angeles = TEAM.map((one) => (one.email === CRO ? { ...one, timeZone: 'America/Los_Angeles' } : one));
    const evening = MONDAY + 48 * HOUR + 13 * HOUR;
    const tells = climbed([MONDAY, MONDAY + 48 * HOUR, evening, evening + HOUR], finding(), withTeam(angeles));
    expect(tells[1]).not.toContain(`${CRO} @2`);
    expect(tells[2]).toEqual([`${CRO} @2`]);
    expect(tells[3]).toEqual([]);
  });
});

describe('who is told', () => {
  const people = peopleOf(TEAM);
  const step = (level: number, change: Partial<Finding> = {}) => recipientsOf(finding(change), level, people);

  it('at the second step: the head of the function that owes it, and those who are behind it', () => {
    expect(step(2, { trigger: 'Owner absence' })).toEqual([MAYA, HEAD, CRO]);
    expect(step(2, { trigger: 'Missed cadence', function: '' })).toEqual([MAYA, HEAD, CRO]);
    const peers = ['ann@x.example', 'team'];
    expect(step(2, { trigger: 'Velocity drop', peers })).toEqual([MAYA, 'ann@x.example', HEAD, CRO]);
  });

  it('at the second step: the functions that can help, whoever owes it', () => {
    const bend = { trigger: 'Momentum decay', function: 'Customer Success' } as const;
    expect(step(2, bend)).toEqual([MAYA, VP_CS, CRO, HEAD]);
  });

  it('of a metric at the first step: also the owners of what moved it', () => {
    const drift = { trigger: 'KPI drift', function: 'CS', owner: VP_CS, peers: ['ann@x.example', 'team'] } as const;
    expect(step(1, drift)).toEqual([VP_CS, 'ann@x.example']);
    expect(step(2, drift)).toEqual([VP_CS, 'ann@x.example', CRO, HEAD]);
    expect(standingOf(finding(drift), 'ann@x.example', people)).toBe('peer');
  });

  it.each([null, 'team'])(
    'at the first step, where the owner is %s: the head of the function, else the CRO',
    (owner) => {
      expect(step(1, { owner })).toEqual([HEAD]);
      expect(step(1, { owner, function: 'Legal' })).toEqual([CRO]);
      expect(step(3, { owner })).toEqual([]);
      expect(standingOf(finding({ owner }), HEAD, people)).toBe('stand-in');
      expect(climbed([MONDAY], finding({ owner }))).toEqual([[`${HEAD} @1`]]);
    },
  );

  it('at the third step: the manager, else the head of the function, and never the owner', () => {
    expect(step(3)).toEqual([BOSS]);
    expect(step(3, { owner: 'new@x.example' })).toEqual([HEAD]);
    expect(step(3, { owner: HEAD })).toEqual([]);
  });

  it('at the third step: the VP of customer success only over their own people', () => {
    const managed = [...TEAM, person('csm@x.example', { function: 'CS', manager: VP_CS })];
    const engineer = [...TEAM, person('eng@x.example', { function: 'Product', manager: VP_CS })];
    expect(recipientsOf(finding({ owner: 'csm@x.example' }), 3, peopleOf(managed))).toEqual([VP_CS]);
    expect(recipientsOf(finding({ owner: 'eng@x.example' }), 3, peopleOf(engineer))).toEqual([HEAD]);
  });

  it.each([
    ['VP Customer Success', 'CS', 'customer success'],
    ['Vice President, Sales', 'Sales', 'Sales'],
    ['Head of Product', null, 'product'],
    ['VP Product', null, 'Product'],
    ['CTO', null, 'Engineering'],
    ['Director of Support', 'Support', 'Customer Support'],
    ['VP, Customer Success', null, 'CS'],
    ['Senior Vice President of Customer Success', null, 'CS'],
    ['VP CS & Support', null, 'CS'],
    ['VP CS & Support', null, 'Support'],
    ['VP CS', 'GTM', 'CS'],
    ['VP of Community', 'Growth', 'Growth'],
  ])('%s leads', (role, own, name) => {
    expect(peopleOf([person('a@x.example', { role, function: own })]).headOf(name)).toBe('a@x.example');
  });

  it('takes nobody who works for an executive for one, and the exact title before one that only holds its words', () => {
    const chief = person('chief@x.example', { role: 'Chief of Staff', function: 'Customer Success' });
    const assistant = person('ea@x.example', { role: 'Executive Assistant to the CRO', function: 'Sales' });
    const field = person('field@x.example', { role: 'Field CRO EMEA', function: 'Sales' });
    const helped = peopleOf([chief, assistant, field, ...TEAM]);
    expect(helped).toMatchObject({ cro: CRO, vpCustomerSuccess: VP_CS });
    expect(peopleOf([chief, assistant])).toMatchObject({ cro: null, vpCustomerSuccess: null });
    const cco = person('cco@x.example', { role: 'Chief Customer Officer', function: 'Customer Success' });
    expect(peopleOf([cco, ...TEAM]).vpCustomerSuccess).toBe(VP_CS);
    expect(peopleOf([cco]).vpCustomerSuccess).toBe(cco.email);
    const vp = person(VP_CS, { role: 'VP CS', function: 'GTM' });
    expect(peopleOf([vp])).toMatchObject({ vpCustomerSuccess: VP_CS });
    expect(peopleOf([vp]).headOf('Sales')).toBeNull();
  });

  it('takes the higher of two titles, and nobody for a function without a head', () => {
    const two = [
      person('a@x.example', { role: 'Director', function: 'Sales' }),
      person(CRO, { role: 'CRO', function: 'Sales' }),
    ];
    expect(peopleOf(two).headOf('Sales')).toBe(CRO);
    expect(peopleOf(two).headOf('Support')).toBeNull();
    expect(peopleOf([person('a@x.example', { role: 'CSM', function: 'CS' })]).vpCustomerSuccess).toBeNull();
  });
});
