import type { Zone } from '../time/zone.js';
import type { RealmGlobal } from './realm.js';

const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const LOCALE_METHODS = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const;
/** Text that names its own zone, or an ISO day, which counts as UTC: needs no moving. */
const HAS_ZONE = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$|^\d{4}(?:-\d\d){0,2}$/i;

type Getter = (this: Date) => number;
type Setter = (this: Date, ...args: number[]) => number;
type Shower = (this: Date, locales?: string, options?: Intl.DateTimeFormatOptions) => string;

/**
 * Gives a realm the script's clock and the script's zone: `new Date()` is the virtual now, and local fields are
 * those of the manifest's time zone, whatever zone the machine is in.
 *
 * @returns the realm's own constructor, for Dates that come from outside.
 */
export function installDate(global: RealmGlobal, zone: Zone, now: () => number): DateConstructor {
  const Native = global.Date;
  // By name, since the fields differ in nothing else; Date's type has no index, so the cast goes through `unknown`.
  const prototype = Native.prototype as unknown as Record<string, unknown>;
  const toWall = (date: Date) => new Native(zone.wallOfInstant(date.getTime()));
  const construct = (args: unknown[]): unknown[] => {
    if (args.length === 0) return [now()];
    const [first] = args;
    if (args.length === 1) return typeof first === 'string' ? [parse(first)] : [first];
    return [zone.instantOfWall(Native.UTC(...(args as [number, number])))];
  };
  const parse = (text: string): number => {
    const instant = Native.parse(text);
    if (Number.isNaN(instant) || HAS_ZONE.test(text.trim())) return instant;
    const local = new Date(instant);
    return zone.instantOfWall(instant - local.getTimezoneOffset() * 60_000);
  };

  const describe = Object.fromEntries(
    (['toString', 'toDateString', 'toTimeString'] as const).map((name) => {
      const offset = (date: Date) => Math.round(zone.offsetAt(date.getTime()) / 60_000);
      return [
        name,
        function (this: Date) {
          if (Number.isNaN(this.getTime())) return 'Invalid Date';
          const [day, time] = [toWall(this).toUTCString().slice(0, -13), toWall(this).toISOString().slice(11, 19)];
          const [weekday, number, month, year] = day.replace(',', '').trim().split(' ');
          const date = `${weekday ?? ''} ${month ?? ''} ${number ?? ''} ${year ?? ''}`;
          const minutes = offset(this);
          const hhmm = String(Math.floor(Math.abs(minutes) / 60) * 100 + (Math.abs(minutes) % 60)).padStart(4, '0');
          const clock = `${time} GMT${minutes < 0 ? '-' : '+'}${hhmm} (${zone.name})`;
          return name === 'toString' ? `${date} ${clock}` : name === 'toDateString' ? date : clock;
        },
      ];
    }),
  );
  Object.assign(prototype, describe);

  for (const field of [...FIELDS, 'Day'] as const) {
    const utc = prototype[`getUTC${field}`] as Getter;
    prototype[`get${field}`] = function (this: Date) {
      return utc.call(toWall(this));
    };
  }
  for (const field of FIELDS) {
    const utc = prototype[`setUTC${field}`] as Setter;
    prototype[`set${field}`] = function (this: Date, ...args: number[]) {
      const wall = toWall(this);
      utc.apply(wall, args);
      return this.setTime(Number.isNaN(wall.getTime()) ? NaN : zone.instantOfWall(wall.getTime()));
    };
  }
  prototype.getTimezoneOffset = function (this: Date) {
    return -zone.offsetAt(this.getTime()) / 60_000;
  };
  for (const name of LOCALE_METHODS) {
    const native = Reflect.get(prototype, name) as Shower;
    prototype[name] = function (this: Date, locales?: string, options?: Intl.DateTimeFormatOptions) {
      return native.call(this, locales ?? 'en-US', { timeZone: zone.name, ...options });
    };
  }
  installIntl(global, zone);

  const Virtual = function (this: unknown, ...args: unknown[]) {
    const called = new.target as unknown as typeof Native | undefined; // absent when Date is called as a function
    if (!called) return new Native(now()).toString();
    return Reflect.construct(Native, construct(args), called) as Date;
  };
  Object.assign(Virtual, { now, parse, UTC: (...args: [number, number]) => Native.UTC(...args) });
  Virtual.prototype = prototype;
  prototype.constructor = Virtual;
  global.Date = Virtual as unknown as DateConstructor; // a function that serves both calls, as Date itself does
  return Native;
}

function installIntl(global: RealmGlobal, zone: Zone): void {
  const Native = global.Intl.DateTimeFormat;
  const Zoned = function (locales?: string, options?: Intl.DateTimeFormatOptions) {
    return new Native(locales ?? 'en-US', { timeZone: zone.name, ...options });
  };
  Zoned.prototype = Native.prototype;
  Zoned.supportedLocalesOf = Native.supportedLocalesOf.bind(Native);
  Object.assign(global.Intl, { DateTimeFormat: Zoned });
}
