/** A key result to begin with; null where the team's own number belongs. */
interface TemplateKeyResult {
  readonly keyResult: string;
  readonly kind: 'leading' | 'lagging';
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
}

interface TemplateObjective {
  readonly objective: string;
  readonly keyResults: readonly TemplateKeyResult[];
  readonly initiatives: readonly string[];
}

/** A template to begin with; its numbers are starting points. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly objectives: readonly TemplateObjective[];
}

type Way = readonly [unit: string, baseline: number | null, target: number | null];

const keyResultOf =
  (kind: TemplateKeyResult['kind']) =>
  (keyResult: string, indicator: string, [unit, baseline, target]: Way): TemplateKeyResult => ({
    ...{ keyResult, kind, indicator, unit, baseline, target },
  });

/** A key result that moves early in the quarter. */
export const leading = keyResultOf('leading');
/** A key result that shows afterwards what happened. */
export const lagging = keyResultOf('lagging');
