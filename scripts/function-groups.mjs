// The cell functions as people look for them: the order of the reference's index and of the formula picker.

/** @type {readonly (readonly [title: string, names: readonly string[]])[]} */
const GROUPS = [
  [
    'Retention',
    [
      'NRR',
      'GRR',
      'LOGORETENTION',
      'LOGOCHURN',
      'REVENUECHURN',
      'EXPANSIONRATE',
      'CONTRACTIONRATE',
      'QUICKRATIO',
      'ANNUALIZE',
      'RETENTIONDIAGNOSIS',
      'BENCHMARK',
    ],
  ],
  ['Revenue over time', ['MRRLEDGER', 'MRRSNAPSHOT', 'MRRMOVEMENTS', 'COHORTRETENTION', 'NRRPOLICIES']],
  ['Onboarding and sentiment', ['TTFV', 'TTFVCOHORTS', 'NPS', 'CSAT']],
  ['Health', ['HEALTHSCORE', 'HEALTHBAND', 'HEALTHCOMPLETENESS', 'HEALTHWHY']],
  ['Trend', ['WEEKLY', 'WEEKLYFOR', 'BENDING', 'BENTWEEKS', 'BENDSIZE', 'BENDKIND']],
  ['Proof', ['SIGNALBACKTEST', 'SURPRISEDCHURN']],
  ['OKRs', ['KRPROGRESS', 'KRPACE', 'KRSTATUS', 'OKRSCORE']],
  ['Forecast and team', ['FORECASTACCURACY', 'BRIER', 'CSMRATIO']],
  ['Logs', ['ASOF']],
];

/**
 * Puts functions under their titles, in the order above.
 *
 * @template {{ readonly name: string }} Entry
 * @param {readonly Entry[]} entries
 * @returns {{ title: string, entries: Entry[] }[]}
 */
export function inGroups(entries) {
  const known = new Set(GROUPS.flatMap(([, names]) => names));
  const homeless = entries.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (homeless.length > 0) throw new Error(`Put ${homeless.join(', ')} into a group of scripts/function-groups.mjs`);
  return GROUPS.map(([title, names]) => ({
    title,
    entries: names.flatMap((name) => entries.filter((entry) => entry.name === name)),
  })).filter((group) => group.entries.length > 0);
}
