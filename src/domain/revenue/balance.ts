import { Sum } from '../statistics/sum.js';

/** Credits typed to the cent can miss zero by less than that, because cents are not exact in binary. */
const HALF_A_CENT = 0.005;

/** What an account pays in all: its amounts added up, credits netted off. */
export class Balance {
  private readonly sum = new Sum();
  private hasCredit = false;

  add(mrr: number): void {
    this.sum.add(mrr);
    if (mrr < 0) this.hasCredit = true;
  }

  /** The net amount; below zero only when credits exceed the amounts by half a cent or more. */
  get mrr(): number {
    const net = this.sum.total;
    return this.hasCredit && Math.abs(net) < HALF_A_CENT ? 0 : net;
  }
}
