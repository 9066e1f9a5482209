import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf, type ObjectiveDraft } from '../../sidebar/views/objective-draft.js';
import { rebased } from '../../sidebar/views/objective-rebase.js';

const fields = { objective: 'Seen', quarter: '2026-Q2', owner: 'ana@example.com', parent: '', state: '' };

function draftWith(objective: string): ObjectiveDraft {
  const part = partOf({ id: 'O1', fields, mayEdit: true });
  return {
    requestId: 'request-1',
    objective: { ...part, fields: { ...part.fields, objective } },
    keyResults: [partOf({ id: 'KR1', fields: { keyResult: 'Churn', target: 3 }, mayEdit: true })],
    work: [],
  };
}

const stale = (label: string, theirs: string, id = 'O1') => [
  { id, fields: [{ name: label.toLowerCase(), label, yours: '', theirs }] },
];

describe('a draft that somebody else overtook', () => {
  test('takes over what only they changed, and asks nothing about it', () => {
    const { draft, conflicts } = rebased(draftWith('Seen'), stale('Objective', 'Theirs'));
    expect(draft.objective.fields['objective']).toBe('Theirs');
    expect(conflicts).toEqual([]);
  });

  test('keeps what both changed, and gives both versions', () => {
    const { draft, conflicts } = rebased(draftWith('Yours'), stale('Objective', 'Theirs'));
    expect(draft.objective.fields['objective']).toBe('Yours');
    expect(conflicts).toEqual([{ key: 'O1', name: 'objective', label: 'Objective', yours: 'Yours', theirs: 'Theirs' }]);
  });

  test('is in a key result what it is in the objective', () => {
    const { draft } = rebased(draftWith('Seen'), stale('Target', '5', 'KR1'));
    expect(draft.keyResults[0]?.fields['target']).toBe('5');
    expect(draft.objective).toEqual(draftWith('Seen').objective);
  });

  test('has seen the newest version afterwards, so that the next save is not refused for it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (yours, theirs) => {
        const { draft } = rebased(draftWith(yours), stale('Objective', theirs));
        expect(draft.objective.seen?.['objective']).toBe(theirs);
        expect(draft.objective.fields['objective']).toBe(yours === 'Seen' ? theirs : yours);
      }),
    );
  });
});
