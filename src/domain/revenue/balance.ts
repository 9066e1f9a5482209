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
    return net(this.sum.total, this.amounts, this.hasCredit);
  }
}

/** Many balances by number, in flat arrays: a ledger has more of them than objects are cheap for. */
export class Balances {
  private readonly rounded: Float64Array;
  /** What the additions lost, as `Sum` carries it along. */
  private readonly lost: Float64Array;
  private readonly amounts: Uint32Array;
  private readonly hasCredit: Uint8Array;

  constructor(count: number) {
    this.rounded = new Float64Array(count);
    this.lost = new Float64Array(count);
    this.amounts = new Uint32Array(count);
    this.hasCredit = new Uint8Array(count);
  }

  add(number: number, mrr: number): void {
    const amounts = this.amounts[number] ?? NaN;
    this.amounts[number] = amounts + 1;
    if (mrr < 0) this.hasCredit[number] = 1;
    const rounded = this.rounded[number] ?? NaN;
    const next = rounded + mrr;
    this.rounded[number] = next;
    // Most balances have one amount, with which nothing is lost.
    if (amounts === 0) return;
    const added = next - rounded;
    this.lost[number] = (this.lost[number] ?? NaN) + (rounded - (next - added) + (mrr - added));
  }

  /** Whether any amount was added, be it 0. */
  has(number: number): boolean {
    return this.amounts[number] !== 0;
  }

  /** The net amount, as that of one `Balance`. */
  mrrAt(number: number): number {
    const total = (this.rounded[number] ?? NaN) + (this.lost[number] ?? NaN);
    return net(total, this.amounts[number] ?? NaN, this.hasCredit[number] === 1);
  }
}

function net(total: number, amounts: number, hasCredit: boolean): number {
  // 0.1 and 0.2 make a little more than 0.3 in binary, which next to a 0.3 would be a movement.
  const sum = amounts > 1 ? Number(total.toPrecision(DIGITS)) : total;
  return hasCredit && Math.abs(sum) < HALF_A_CENT ? 0 : sum;
}
