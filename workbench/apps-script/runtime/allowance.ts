const DAY_MS = 86_400_000;

/** A daily quota per user, which starts anew 24 hours after the first use (platform 5). */
export class Allowance {
  private readonly days = new Map<string, { startedAt: number; used: number }>();

  constructor(private readonly perDay: number) {}

  remaining(user: string, now: number): number {
    const day = this.days.get(user);
    return !day || now >= day.startedAt + DAY_MS ? this.perDay : this.perDay - day.used;
  }

  /** Takes an amount; false, and nothing is taken, when it is not there. */
  take(user: string, now: number, amount: number): boolean {
    if (this.remaining(user, now) < amount) return false;
    const day = this.days.get(user);
    if (!day || now >= day.startedAt + DAY_MS) this.days.set(user, { startedAt: now, used: amount });
    else day.used += amount;
    return true;
  }
}
