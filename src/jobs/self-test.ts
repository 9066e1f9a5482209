import { now } from '../google/clock.js';
import { withDocumentLock } from '../google/lock.js';
import { cellFacts } from '../google/self-test-cells.js';
import { checkFact, type Fact } from '../google/self-test-fact.js';
import { formulaFacts } from '../google/self-test-formulas.js';
import { lifetimeFact, removeSelfTestTriggers, serviceFacts } from '../google/self-test-services.js';
import { inScratchTab, removeScratchTab } from '../google/self-test-tab.js';

const LOCK_WAIT_MS = 8_000;
const BUSY = 'another run of Bellwether is writing to this spreadsheet; run the self-test again in a minute';

/** Everything that is checked in cells, and whether the tab for it came and went. */
function tabFacts(): readonly Fact[] {
  let facts: readonly Fact[] = [];
  const tab = checkFact('Scratch tab', 'made and removed', () => {
    const outcome = withDocumentLock(LOCK_WAIT_MS, () => {
      inScratchTab((sheet) => {
        facts = [...cellFacts(sheet), ...formulaFacts(sheet)];
      });
    });
    return outcome === 'busy' ? { notChecked: BUSY } : 'made and removed';
  });
  return [...facts, tab];
}

/** Checks in this spreadsheet what only Google can confirm; whatever it makes it takes away again. */
export function selfTest(): readonly Fact[] {
  const startedAt = now();
  return [...serviceFacts(), ...tabFacts(), lifetimeFact(startedAt)];
}

/** Takes away what a self-test that was cut off left behind: its trigger runs this within the hour. */
export function cleanUpSelfTest(): void {
  removeSelfTestTriggers();
  withDocumentLock(LOCK_WAIT_MS, removeScratchTab);
}
