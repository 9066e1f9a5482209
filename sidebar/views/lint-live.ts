import { useEffect, useState } from 'preact/hooks';
import type { LintFinding, ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';
import { ask } from '../server.js';
import { toFields, type ObjectiveDraft } from './objective-draft.js';

/** Long enough that nobody is asked in the middle of a word. */
const PAUSE_MS = 500;

/** A finding, and where it is about. */
export interface PlacedFinding extends LintFinding {
  /** Of the objective or key result. */
  readonly key: string;
  /** The field that a wording is for. */
  readonly text: string;
  /** The field that it stands below: that of the text where it is about no other. */
  readonly name: string;
}

/** What the linter says about what is typed: asked after a pause, never twice at once, and about the last text. */
export function useLint(draft: ObjectiveDraft, { form, lint: context }: ObjectivesView): readonly PlacedFinding[] {
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
    if (!('value' in answer)) return;
    const placed = answer.value.map((found): PlacedFinding => {
      const part = keyResults[found.place ?? -1];
      const text = part ? 'keyResult' : 'objective';
      const field = form[text].find(({ name }) => name === found.field);
      return { ...found, key: (part ?? objective).key, text, name: field?.name ?? text };
    });
    setFindings(placed);
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
