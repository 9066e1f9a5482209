import { retentionDiagnosis, type RetentionDiagnosis } from '../domain/revenue/diagnosis.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Fractions } from './fractions.js';
import { cellComplaint } from './messages.js';
import { answerColumn } from './row-answers.js';

/** No company's retention is higher; a percentage that was typed as a number is. */
const HIGHEST = 3;

const SENTENCES: Readonly<Record<RetentionDiagnosis, string>> = {
  compounding: 'Compounding: existing accounts alone grow the business by 15 % or more',
  'compounding over churn':
    'Compounding, but upsell masks churn: more than 15 % of revenue is lost and has to be won back',
  'upsell masks churn':
    'Upsell masks churn: more than 15 % of revenue is lost; look at product fit and onboarding first',
  leaking: 'Leaking: existing accounts shrink as a whole; stop the losses before selling more',
  'on target': 'On target: the base is safe and expansion works',
  'expansion weak': 'Base safe, expansion weak: accounts stay but too few grow',
  'base loose': 'Expansion works, base loose: between 8 and 15 % of revenue is lost; tighten renewals',
  'both short': 'Holding, but short on both: losses are above target and expansion barely makes up for them',
};

/** `RETENTIONDIAGNOSIS(nrr, grr)`. */
export function retentiondiagnosis(nrr: Cell, grr: Cell) {
  const call = new Arguments('RETENTIONDIAGNOSIS');
  call.needs({ nrr, grr });
  const nets = new Fractions('nrr', nrr, HIGHEST);
  const grosses = new Fractions('grr', grr, HIGHEST);
  return answerColumn(call, [nets, grosses], [], (row) => {
    const net = row.at(nets);
    const gross = row.at(grosses);
    if (net === null || gross === null) return '';
    const diagnosis = retentionDiagnosis(net, gross);
    if (diagnosis.ok) return SENTENCES[diagnosis.value];
    const complaint =
      diagnosis.reason === 'gross-above-one'
        ? cellComplaint.grossAboveOne(gross)
        : cellComplaint.grossAboveNet(gross, net);
    call.stray(row.where(grosses), complaint);
    return '';
  });
}
