/** What a setting's value may be. */
export type Kind =
  | { readonly min: number; readonly max: number; readonly whole?: true }
  | { readonly choices: readonly string[] }
  | { readonly addressUnder: string }
  | 'zone'
  | 'text';

interface SettingSchema<Value extends string | number> {
  readonly name: string;
  readonly kind: Kind;
  readonly standard: Value;
  readonly meaning: string;
}

function setting<Value extends string | number>(
  name: string,
  kind: Kind,
  standard: Value,
  meaning: string,
): SettingSchema<Value> {
  return { name, kind, standard, meaning };
}

/** From Monday on. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const ON_OFF = { choices: ['on', 'off'] };
const COUNT = { min: 1, max: 52, whole: true } as const;
const DAYS = { min: 1, max: 3650, whole: true } as const;
const HOURS = { min: 1, max: 1000, whole: true } as const;
// A floor of 9 is 9 % that was typed without its sign, not 900 %.
const SHARE = { min: 0, max: 1 };

/** Every setting with one value, with the value that holds while a team has set none. */
export const SETTINGS = {
  scanDay: setting('Scan day', { choices: WEEKDAYS }, 'Monday', 'The weekday of the weekly scan'),
  scanHour: setting(
    'Scan hour',
    { min: 0, max: 23, whole: true },
    8,
    'The hour of the weekly scan, 0 to 23, in team time',
  ),
  weekStartsOn: setting('Week starts on', { choices: WEEKDAYS }, 'Monday', 'The first day of a week'),
  teamZone: setting(
    'Team time zone',
    'zone',
    '',
    'An IANA zone such as Europe/Berlin; blank is the zone of the spreadsheet',
  ),
  bendWeeks: setting(
    'Weeks that make a bend',
    { min: 1, max: 12, whole: true },
    2,
    'How many wrong week-over-week changes in a row fire',
  ),
  smallestChange: setting(
    'Smallest change',
    { min: 0, max: 1 },
    0,
    'A change smaller than this share counts as flat: 0.05 is 5 %',
  ),
  badRowShare: setting(
    'Bad rows allowed',
    { min: 0, max: 1 },
    0.2,
    'Above this share of unusable rows a tab sends no mails',
  ),
  missedCadence: setting(
    'Trigger: Missed cadence',
    ON_OFF,
    'on',
    'Whether reviews, check-ins and QBRs that were skipped are told',
  ),
  velocityDrop: setting('Trigger: Velocity drop', ON_OFF, 'on', 'Whether renewals and expansions that drag are told'),
  momentumDecay: setting('Trigger: Momentum decay', ON_OFF, 'on', 'Whether indicators that bend are told'),
  kpiDrift: setting('Trigger: KPI drift', ON_OFF, 'on', 'Whether retention and expansion below their floors are told'),
  ownerAbsence: setting(
    'Trigger: Owner absence',
    ON_OFF,
    'on',
    'Whether accounts without a person who owns them are told',
  ),
  dependencyBreach: setting(
    'Trigger: Dependency breach',
    ON_OFF,
    'on',
    'Whether commitments and handoffs that are late are told',
  ),
  redReviewsMissed: setting(
    'Reviews missed, red account',
    COUNT,
    1,
    'How many weekly reviews in a row a red account may miss before it is told',
  ),
  yellowReviewsMissed: setting('Reviews missed, yellow account', COUNT, 2, 'The same for a yellow account'),
  checkInsMissed: setting(
    'Check-ins missed',
    COUNT,
    2,
    'How many weekly check-ins of a key result in a row may be missed before it is told',
  ),
  qbrDays: setting(
    'Days without a QBR',
    DAYS,
    182,
    'After how many days without a business review an account is told; two quarters',
  ),
  redBelow: setting('Health red below', { min: 0, max: 100 }, 50, 'A health score below this is red'),
  greenFrom: setting(
    'Health green from',
    { min: 0, max: 100 },
    70,
    'A health score from this on is green; between the two it is yellow',
  ),
  renewalDays: setting('Days a renewal may take', DAYS, 60, 'After how many days an open renewal is told'),
  renewalPlanFactor: setting(
    'Renewal against plan',
    { min: 1, max: 10 },
    1.5,
    'How many times its planned days a renewal may take',
  ),
  expansionStillDays: setting(
    'Days an expansion may stand still',
    DAYS,
    30,
    'After how many days without movement an open expansion is told',
  ),
  renewalManager: setting(
    'Renewal manager',
    'text',
    '',
    'The address that hears of renewals that drag; blank is the VP of customer success in Team',
  ),
  nrrFloor: setting(
    'NRR floor',
    { min: 0, max: 2 },
    1.05,
    'Net revenue retention of twelve months below this is told: 1.05 is 105 %',
  ),
  grrFloor: setting('GRR floor', SHARE, 0.9, 'Gross revenue retention of twelve months below this is told'),
  expansionFloor: setting(
    'Expansion floor',
    SHARE,
    0.12,
    'Expansion of twelve months below this share of the opening revenue is told',
  ),
  tierChangeDays: setting(
    'Days after a tier change',
    DAYS,
    90,
    'How long an account may keep its CSM after a change of tier without a review of who owns it',
  ),
  commitmentGraceHours: setting(
    'Commitment grace hours',
    HOURS,
    48,
    'How many hours after its due day a commitment that is not kept is told',
  ),
  handoffDays: setting('Days for a handoff', DAYS, 7, 'How many days after the close a handoff may take'),
  stepHours: setting('Ladder step hours', HOURS, 48, 'How many hours after a message went out the next step is taken'),
  workStart: setting(
    'Work starts at',
    { min: 0, max: 23, whole: true },
    8,
    'The first hour in which messages go out, in the zone of the person',
  ),
  workEnd: setting(
    'Work ends at',
    { min: 1, max: 24, whole: true },
    18,
    'The hour from which they wait for the next working day',
  ),
  workDays: setting(
    'Working days',
    'text',
    'Mon-Fri',
    'The days on which messages go out, where Team does not say otherwise',
  ),
  patternWeek: setting(
    'Pattern brief from week',
    { min: 1, max: 14, whole: true },
    7,
    'The week of the quarter from which the heads of functions get the pattern',
  ),
  patternBreaches: setting(
    'Breaches that make a pattern',
    COUNT,
    3,
    'How many breaches of one function in a quarter bring the pattern earlier',
  ),
  interventionDays: setting(
    'Intervention days',
    DAYS,
    21,
    'How many days before the end of the quarter the executives are asked to decide',
  ),
  interventionExposure: setting(
    'Intervention exposure',
    { min: 0, max: 1e12 },
    500_000,
    'Open exposure above this asks for it',
  ),
  digestDay: setting('Digest day', { choices: WEEKDAYS }, 'Friday', 'The weekday of the digest for the executives'),
  digestHour: setting('Digest hour', { min: 0, max: 23, whole: true }, 8, 'The hour of the digest, in team time'),
  slackWebhook: setting(
    'Slack webhook',
    { addressUnder: 'https://hooks.slack.com/' },
    '',
    'The address of an incoming webhook of Slack that gets the alerts too, in a build with webhooks; blank is none',
  ),
  chatWebhook: setting(
    'Google Chat webhook',
    { addressUnder: 'https://chat.googleapis.com/' },
    '',
    'The same for Google Chat',
  ),
  currency: setting('Currency', 'text', '$', 'The sign that stands before amounts'),
} as const;

/** The names of the settings in the code. */
export type SettingName = keyof typeof SETTINGS;
/** The value of every setting. */
export type SettingValues = {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name]['standard'] extends number ? number : string;
};
