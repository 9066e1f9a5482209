import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, where serials begin, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** Wall clocks of one zone; conversions are remembered, since tabs repeat their days. */
export class Zone {
  private readonly instants = new Map<number, number>();
  private readonly offsets = new Map<number, number>();

  /** @throws RangeError for a zone that is not known. */
  constructor(readonly name: string) {
    this.offsetAt(0);
  }

  /** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
  offsetAt(instant: number): number {
    // Zones change at quarter hours only.
    const quarter = Math.floor(instant / 900_000);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      const at = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO(this.name);
      offset = at.offsetNanoseconds / 1e6;
      this.offsets.set(quarter, offset);
    }
    return offset;
  }

  /** The instant at which the wall clock shows these UTC-like milliseconds; in a gap the later one. */
  instantOfWall(wall: number): number {
    let instant = this.instants.get(wall);
    if (instant === undefined) {
      const clock = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
      instant = clock.toZonedDateTime(this.name).epochMilliseconds;
      this.instants.set(wall, instant);
    }
    return instant;
  }

  wallOfInstant(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  instantOfSerial(serial: number): number {
    return this.instantOfWall(Math.round((serial - EPOCH_SERIAL) * DAY_MS));
  }

  serialOfInstant(instant: number): number {
    return this.wallOfInstant(instant) / DAY_MS + EPOCH_SERIAL;
  }
}
