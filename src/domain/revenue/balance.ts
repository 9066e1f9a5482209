import { Sum } from '../statistics/sum.js';

/** Credits typed to the cent can miss zero by less than that, because cents are not exact in binary. */
const HALF_A_CENT = 0.005;

/** More than any amount has, fewer than a sum of amounts is exact to. */
const DIGITS = 14;

/** What an account pays in all: its amounts added up, credits netted off. */
export class Balance {
  private readonly sum = new Sum();
  private hasCredit = false;
  private amounts = 0;

  add(mrr: number): void {
    this.sum.add(mrr);
    this.amounts++;
    if (mrr < 0) this.hasCredit = true;
  }

  /** The net amount; below zero only when credits exceed the amounts by half a cent or more. */
  get mrr(): number {
    // 0.1 and 0.2 make a little more than 0.3 in binary, which next to a 0.3 would be a movement.
    const net = this.amounts > 1 ? Number(this.sum.total.toPrecision(DIGITS)) : this.sum.total;
    return this.hasCredit && Math.abs(net) < HALF_A_CENT ? 0 : net;
  }
}
