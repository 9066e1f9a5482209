import { firstDayOf, isoDay, type Day } from '../domain/calendar/day.js';
import { timeToValue, timeToValueAsOf, VALUE_STATISTICS, type Onboarding } from '../domain/onboarding/time-to-value.js';
import { valueCohorts } from '../domain/onboarding/value-cohorts.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Choices, Days } from './columns.js';
import { dateMaker } from './dates.js';
import { cellComplaint, message } from './messages.js';

const NOT_REACHED = 'not reached';

/** `TTFV(signed, first_value, [statistic], [as_of])`. */
export function ttfv(zone: () => string, signed: Cell, firstValue: Cell, statistic: Cell, asOf: Cell): number | string {
  const call = new Arguments('TTFV');
  call.needs({ signed, first_value: firstValue });
  const wanted = call.single(new Choices('statistic', statistic, VALUE_STATISTICS));
  const lastDay = call.single(new Days('as_of', asOf, zone));
  const onboardings = readOnboardings(call, zone, signed, firstValue);
  const answer = lastDay === null ? timeToValue(onboardings, wanted) : timeToValueAsOf(onboardings, wanted, lastDay);
  if (answer.ok) return answer.value;
  return answer.reason === 'nobody-reached' ? NOT_REACHED : call.refuse(nobodySigned(lastDay));
}

/** `TTFVCOHORTS(signed, first_value, as_of)`. */
export function ttfvcohorts(
  zone: () => string,
  signed: Cell,
  firstValue: Cell,
  asOf: Cell,
): (Date | number | string)[][] {
  const call = new Arguments('TTFVCOHORTS');
  call.needs({ signed, first_value: firstValue, as_of: asOf });
  const lastDay = call.single(new Days('as_of', asOf, zone));
  const onboardings = readOnboardings(call, zone, signed, firstValue);
  if (lastDay === null) return call.refuse(message.blankArgument('as_of'));
  const cohorts = call.answer(valueCohorts(onboardings, lastDay), () => nobodySigned(lastDay));
  const dateOf = dateMaker(zone);
  return cohorts.map(({ month, accounts, reached, median, p90 }) => [
    dateOf(firstDayOf(month)),
    accounts,
    reached,
    median ?? NOT_REACHED,
    p90 ?? NOT_REACHED,
  ]);
}

/** Reads accounts, one a row; a row without both dates is skipped. */
function readOnboardings(call: Arguments, zone: () => string, signed: Cell, firstValue: Cell): Onboarding[] {
  const signings = new Days('signed', signed, zone);
  const values = new Days('first_value', firstValue, zone);
  call.table(signings, values);
  const onboardings: Onboarding[] = [];
  for (let row = 0; row < signings.length; row++) {
    const signedOn = signings.at(row);
    const reachedOn = values.at(row);
    if (!isBlank(values.cell(row))) call.wanted(row, signings);
    if (signedOn === null) continue;
    if (reachedOn !== null && reachedOn < signedOn) {
      call.stray(values.where(row), cellComplaint.valueBeforeSigning(isoDay(reachedOn), isoDay(signedOn)));
    }
    onboardings.push({ signed: signedOn, firstValue: reachedOn });
  }
  call.check();
  return onboardings;
}

function nobodySigned(asOf: Day | null): string {
  return asOf === null ? message.noRows('signed') : message.nobodySigned(isoDay(asOf));
}
