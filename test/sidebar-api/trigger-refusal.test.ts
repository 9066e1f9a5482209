import { expect, test } from 'vitest';
import { Refusal } from '../../src/sidebar-api/refusal.js';
import { triggerRefusal } from '../../src/sidebar-api/trigger-refusal.js';

test.each([
  [
    'one trigger a document',
    'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    /try again tomorrow$/,
  ],
  [
    'twenty triggers a script',
    'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    /switch the watch off in a spreadsheet where you no longer need it/,
  ],
])('the limit of %s becomes something to do', (_, text, toDo) => {
  const refusal = triggerRefusal(new Error(text));
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'trigger limit', message: expect.stringMatching(toDo) as string });
});

test('another error of Google stays what it is', () => {
  const error = new Error('Service error: Spreadsheets');
  expect(triggerRefusal(error)).toBe(error);
});
