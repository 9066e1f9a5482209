const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The platform picks a minute and keeps it; here it follows from user and function, so that runs repeat. */
function minuteOf(user: string, functionName: string): number {
  let hash = 7;
  for (const letter of `${user} ${functionName}`) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash % 60;
}

/** The first time after `now` at which the trigger's minute comes round. */
export function firstRunAt(now: number, user: string, functionName: string): number {
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  const at = hour + minuteOf(user, functionName) * MINUTE_MS;
  return at > now ? at : at + HOUR_MS;
}

/** The event of a clock trigger, in UTC (platform 4.5). */
export function clockEvent(at: number, triggerUid: string): Record<string, unknown> {
  const date = new Date(at);
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    authMode: 'FULL',
    triggerUid,
    timezone: 'UTC',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.floor((at - newYear) / (7 * 24 * HOUR_MS)) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
