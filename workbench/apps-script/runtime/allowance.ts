/** What one user has used of a daily quota, and since when. */
export interface Use {
  readonly startedAt: number;
  readonly used: number;
}

const DAY_MS = 86_400_000;

/** A daily quota per user, which starts anew 24 hours after the first use (platform 5). */
export class Allowance {
  private readonly days: Map<string, Use>;

  constructor(
    private readonly perDay: number,
    uses: Readonly<Record<string, Use>> = {},
  ) {
    this.days = new Map(Object.entries(uses));
  }

  /** By user. */
  get uses(): Readonly<Record<string, Use>> {
    return Object.fromEntries(this.days);
  }

  remaining(user: string, now: number): number {
    const day = this.days.get(user);
    return !day || now >= day.startedAt + DAY_MS ? this.perDay : this.perDay - day.used;
  }

  /** Takes an amount; false, and nothing is taken, when it is not there. */
  take(user: string, now: number, amount: number): boolean {
    if (this.remaining(user, now) < amount) return false;
    const day = this.days.get(user);
    const fresh = !day || now >= day.startedAt + DAY_MS;
    this.days.set(user, fresh ? { startedAt: now, used: amount } : { ...day, used: day.used + amount });
    return true;
  }
}
