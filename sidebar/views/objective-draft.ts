import type {
  KeyResultFields,
  ObjectiveFields,
  ObjectivesView,
  ObjectiveToSave,
  ObjectiveView,
  TemplateView,
} from '../../src/sidebar-api/protocol-okr.js';
import { newId } from '../kept.js';
import { typedNumber, type TypedNumber } from '../typed-number.js';
import { KEY_RESULT_LABELS } from './objective-labels.js';

/** Fields as they are typed, by their names. */
export type Texts = Readonly<Record<string, string>>;

/** An objective, or one of its key results, as it is being typed. */
export interface Part {
  /** Stays while others come and go. */
  readonly key: string;
  readonly id: string | null;
  readonly fields: Texts;
  /** What was in the sheet when the person began; null for a new one. */
  readonly seen: Texts | null;
}

/** An objective as it is being typed, with its key results. */
export interface ObjectiveDraft {
  readonly requestId: string;
  readonly objective: Part;
  readonly keyResults: readonly Part[];
}

type Values = Readonly<Record<string, string | number | null>>;

function texts(fields: object): Texts {
  // Fields hold texts and numbers only.
  return Object.fromEntries(Object.entries(fields as Values).map(([name, value]) => [name, String(value ?? '')]));
}

function newPart(fields: object): Part {
  return { key: newId(), id: null, fields: texts(fields), seen: null };
}

/** What is in the sheet, to be changed. */
export function partOf({ id, fields }: { readonly id: string; readonly fields: object }): Part {
  return { key: id, id, fields: texts(fields), seen: texts(fields) };
}

/** A key result to start from: for the quarter, and its owner the objective's. */
export function newKeyResult({ quarterStart, quarterEnd }: ObjectivesView, owner: string, started: object = {}): Part {
  const blank: Texts = Object.fromEntries(Object.keys(KEY_RESULT_LABELS).map((name) => [name, '']));
  return newPart({ ...blank, start: quarterStart, due: quarterEnd, owner, ...started });
}

/** An objective to start from: of a template, or with three blank key results. */
export function newObjective(
  view: ObjectivesView,
  owner: string,
  template?: TemplateView['objectives'][number],
): ObjectiveDraft {
  const { objective = '', keyResults = [{}, {}, {}] } = template ?? {};
  return {
    requestId: newId(),
    objective: newPart({ objective, quarter: view.quarter, owner, parent: '', state: '' }),
    keyResults: keyResults.map((one) => newKeyResult(view, owner, one)),
  };
}

/** An objective that is in the sheet, to be changed. */
export function draftOf(objective: ObjectiveView): ObjectiveDraft {
  return { requestId: newId(), objective: partOf(objective), keyResults: objective.keyResults.map(partOf) };
}

/** Whether a key result is to be saved: a new one in which nothing was written is not. */
export function isWritten({ id, fields: { keyResult, baseline, target } }: Part): boolean {
  return id !== null || [keyResult, baseline, target].join('').trim() !== '';
}

function isNumber(name: string): boolean {
  return name === 'baseline' || name === 'target';
}

/** A number that cannot be read is null. */
function numberOf(text: string): number | null {
  const typed = typedNumber(text);
  return 'value' in typed ? typed.value : null;
}

/** Fields as the server takes them. */
export function toFields(fields: Texts): ObjectiveFields & KeyResultFields {
  const values = Object.entries(fields).map(([name, text]) => [name, isNumber(name) ? numberOf(text) : text.trim()]);
  // The names are those that the server gave, and a kind is chosen from a list.
  return Object.fromEntries(values) as ObjectiveFields & KeyResultFields;
}

function partToSave({ id, fields, seen }: Part) {
  return { id, fields: toFields(fields), seen: seen && toFields(seen) };
}

/** What is saved in one go. */
export function toSave({ requestId, objective, keyResults }: ObjectiveDraft): ObjectiveToSave {
  return { requestId, ...partToSave(objective), keyResults: keyResults.filter(isWritten).map(partToSave) };
}

/** What has to be mended before an objective can be saved, by the key of the part and the name of the field. */
export function objectiveProblems({ objective, keyResults }: ObjectiveDraft): Texts {
  const problems: Record<string, string> = {};
  for (const { key, fields } of [objective, ...keyResults.filter(isWritten)]) {
    for (const [name, text] of Object.entries<string>(fields)) {
      const typed: TypedNumber = isNumber(name) ? typedNumber(text) : { value: null };
      if ('problem' in typed) problems[key + name] = typed.problem;
      if ((name === 'objective' || name === 'keyResult') && text.trim() === '')
        problems[key + name] = 'Say what will be true by then';
    }
  }
  return problems;
}
