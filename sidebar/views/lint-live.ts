import { useEffect, useState } from 'preact/hooks';
import type { LintFinding, ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';
import { ask } from '../server.js';
import { toFields, type ObjectiveDraft } from './objective-draft.js';

/** Long enough that nobody is asked in the middle of a word. */
const PAUSE_MS = 500;

/** A finding, and the key of the key result it is about; undefined for the objective as a whole. */
export interface PlacedFinding extends LintFinding {
  readonly key: string | undefined;
}

/** What the linter says about what is typed: asked after a pause, never twice at once, and about the last text. */
export function useLint(draft: ObjectiveDraft, context: ObjectivesView['lint']): readonly PlacedFinding[] {
  const [findings, setFindings] = useState<readonly PlacedFinding[]>([]);
  const [asked, setAsked] = useState<ObjectiveDraft | null>(null);
  const [isAsking, setAsking] = useState(false);

  async function judge(): Promise<void> {
    const { objective, keyResults } = draft;
    setAsked(draft);
    setAsking(true);
    const answer = await ask('lintObjective', {
      objective: toFields(objective.fields),
      keyResults: keyResults.map(({ fields }) => toFields(fields)),
      context,
    });
    setAsking(false);
    // No answer is no reason to disturb: the linter helps, it does not stand in the way.
    if ('value' in answer)
      setFindings(answer.value.map((found) => ({ ...found, key: keyResults[found.place ?? -1]?.key })));
  }
  useEffect(() => {
    if (isAsking || asked === draft) return;
    const timer = setTimeout(() => void judge(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, isAsking]);
  return findings;
}
