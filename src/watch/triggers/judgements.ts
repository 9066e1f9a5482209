import type { Finding, Judgements, NoFinding } from '../finding.js';

/** What counts when rows disagree about one subject: a condition that holds before anything that it does not. */
const ORDER: readonly NoFinding[] = ['no data', 'inhibited', 'holds not', 'churned', 'settled'];

function isStronger(verdict: Finding | NoFinding, than: Finding | NoFinding): boolean {
  if (typeof than === 'string') return typeof verdict !== 'string' || ORDER.indexOf(verdict) < ORDER.indexOf(than);
  if (typeof verdict === 'string') return false;
  if (verdict.since !== than.since) return verdict.since < than.since;
  return (verdict.exposure ?? -1) > (than.exposure ?? -1);
}

/**
 * Judgements being made. Rows with the same subject, an id that was given twice or two renewals on one day, become one
 * verdict whatever their order: the condition that has held longest, then the larger exposure.
 */
export class Verdicts {
  private readonly verdicts = new Map<string, Finding | NoFinding>();

  add(subject: string, verdict: Finding | NoFinding): void {
    const known = this.verdicts.get(subject);
    if (known === undefined || isStronger(verdict, known)) this.verdicts.set(subject, verdict);
  }

  get all(): Judgements {
    return this.verdicts;
  }
}
