/** A cell as plain JSON; a day stands for the date that Sheets hands in. */
export type SampleCell = string | number | boolean | { readonly day: string };
export type SampleArgument = SampleCell | readonly (readonly SampleCell[])[];

const day = (iso: string): SampleCell => ({ day: iso });
const column = (...cells: SampleCell[]): SampleArgument => cells.map((cell) => [cell]);
const days = (...isos: string[]): SampleArgument => column(...isos.map(day));

const NAMES = column('Acme', 'Bolt', 'Acme', 'Bolt');
const MONTHS = days('2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28');
const MONDAYS = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2026-02-09'];
const SCALE: SampleArgument = [
  ['Usage', 3, 0, 100],
  ['Tickets', 1, 10, 0],
];
const PAIR = [column(100, 200, 0, 50), column(120, 150, 80, 0)];
const SERIES: SampleArgument = [
  [50, 48, 45, 44],
  [10, 12, 9, 11],
];
const ACCOUNT_WEEKS = [
  days(...MONDAYS, ...MONDAYS),
  column(...MONDAYS.map(() => 'Acme'), ...MONDAYS.map(() => 'Bolt')),
  column(50, 48, 45, 44, 40, 38, 10, 12, 9, 11, 12, 13),
];
const CHURNS = [column('Acme', 'Cubit'), days('2026-02-20', '2026-02-21')];
const KEY_RESULTS = [column(41, 14, 0), column(85, 3, 220_000), column(63, 6, '')];
const QUARTER = [days('2026-01-01', '2026-01-01', '2026-01-01'), days('2026-03-31', '2026-03-31', '2026-03-31')];

/** A sound call of every cell function, all its arguments given. */
export const sampleCalls: Readonly<Record<string, readonly SampleArgument[]>> = {
  NRR: PAIR,
  GRR: PAIR,
  LOGORETENTION: PAIR,
  LOGOCHURN: PAIR,
  REVENUECHURN: PAIR,
  EXPANSIONRATE: PAIR,
  CONTRACTIONRATE: PAIR,
  QUICKRATIO: PAIR,
  ANNUALIZE: [column(0.02, 0.03, 0.01), 1, 'churn'],
  RETENTIONDIAGNOSIS: [column(1.1, 0.98, 1.2), column(0.7, 0.95, 0.96)],
  BENCHMARK: [
    'NRR',
    column(1.02, 1.18, 1.4),
    [
      ['NRR', 'poor', '', 1.05],
      ['NRR', 'fair', 1.05, 1.2],
      ['NRR', 'good', 1.2, ''],
    ],
  ],
  MRRLEDGER: [
    NAMES,
    days('2026-01-10', '2026-01-15', '2026-02-20', '2026-03-01'),
    column(day('2026-02-20'), '', '', day('2026-04-15')),
    column(100, 50, 120, 30),
    day('2026-01-01'),
    day('2026-04-30'),
  ],
  MRRSNAPSHOT: [
    NAMES,
    days('2026-01-10', '2026-01-15', '2026-02-20', '2026-03-01'),
    column(day('2026-02-20'), '', '', day('2026-04-15')),
    column(100, 50, 120, 30),
    day('2026-03-31'),
  ],
  MRRMOVEMENTS: [NAMES, MONTHS, column(100, 50, 120, 40), day('2026-01-01'), day('2026-02-28')],
  COHORTRETENTION: [NAMES, MONTHS, column(100, 50, 120, 40), 'net'],
  NRRPOLICIES: [
    NAMES,
    MONTHS,
    column(100, 50, 120, 40),
    day('2026-01-15'),
    day('2026-02-15'),
    column('', '', '', day('2026-02-10')),
  ],
  TTFV: [
    days('2026-01-01', '2026-01-10', '2026-02-01'),
    column(day('2026-01-11'), day('2026-02-09'), ''),
    'median',
    day('2026-03-01'),
  ],
  TTFVCOHORTS: [
    days('2026-01-01', '2026-01-10', '2026-02-01'),
    column(day('2026-01-11'), day('2026-02-09'), ''),
    day('2026-03-01'),
  ],
  NPS: [column(10, 9, 7, 3, 0)],
  CSAT: [column(5, 4, 3, 1), 4],
  HEALTHSCORE: [
    [
      ['Account', 'Usage', 'Tickets'],
      ['Acme', 80, 2],
      ['Bolt', 20, ''],
    ],
    SCALE,
  ],
  HEALTHCOMPLETENESS: [
    [
      ['Account', 'Usage', 'Tickets'],
      ['Acme', 80, 2],
      ['Bolt', 20, ''],
    ],
    SCALE,
  ],
  HEALTHWHY: [[[80, 2]], [[60, 5]], SCALE],
  HEALTHBAND: [column(20, 60, 90), 50, 75],
  SIGNALBACKTEST: [...ACCOUNT_WEEKS, ...CHURNS, 'up'],
  SURPRISEDCHURN: [...ACCOUNT_WEEKS, ...CHURNS, 'up', column(...Array.from({ length: 12 }, () => 'green'))],
  BENDING: [SERIES, column('up', 'down'), 2, 0.01],
  BENTWEEKS: [SERIES, column('up', 'down')],
  BENDSIZE: [SERIES, column('up', 'down')],
  BENDKIND: [SERIES, column('up', 'down')],
  WEEKLY: [NAMES, MONTHS, column(1, 2, 3, 4), 'sum'],
  WEEKLYFOR: [MONTHS, NAMES, NAMES, MONTHS, column(1, 2, 3, 4), 'mean'],
  KRPROGRESS: [...KEY_RESULTS, true],
  KRPACE: [...QUARTER, day('2026-02-15')],
  KRSTATUS: [...KEY_RESULTS, ...QUARTER, day('2026-02-15')],
  OKRSCORE: [column(0.5, 0.72, 1.1), column(1, 1, 2)],
  FORECASTACCURACY: [column(100, 90, 50), column(95, 100, 40)],
  BRIER: [column(8, 6, 3), column(1, 0, 0)],
  CSMRATIO: [column('ann@x.example', 'bo@x.example', ''), column('SMB', 'SMB', 'Enterprise'), column(100, 200, 300)],
  ASOF: [
    [
      ['Entered', 'Value'],
      [day('2026-01-05'), 1],
      [day('2026-01-12'), 2],
    ],
    column('Entered', day('2026-01-05'), day('2026-01-12')),
    day('2026-01-08'),
  ],
};
