import type {
  KeyResultFields,
  KeyResultView,
  ObjectiveFields,
  ObjectivesView,
  ObjectiveToSave,
  ObjectiveView,
  TemplateView,
} from '../../src/sidebar-api/protocol-okr.js';
import { newId } from '../kept.js';
import { typedNumber, type TypedNumber } from '../typed-number.js';

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
  /** Whether it is somebody else's to change. */
  readonly isLocked?: boolean;
}

/** An objective as it is being typed, with its key results. */
export interface ObjectiveDraft {
  readonly requestId: string;
  readonly objective: Part;
  readonly keyResults: readonly Part[];
  /** Work that may move it, as a template proposes it. */
  readonly work: readonly string[];
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
export function partOf({ id, fields, mayEdit }: Pick<KeyResultView, 'id' | 'mayEdit'> & { fields: object }): Part {
  return { key: id, id, fields: texts(fields), seen: texts(fields), isLocked: !mayEdit };
}

/** A key result to start from: for the quarter, and its owner the objective's. */
export function newKeyResult({ form }: ObjectivesView, owner: string, started: object = {}): Part {
  const begun = Object.fromEntries(form.keyResult.map(({ name, value }) => [name, value]));
  return newPart({ ...begun, owner, ...started });
}

/** An objective to start from: of a template, or with three blank key results. */
export function newObjective(
  view: ObjectivesView,
  owner: string,
  template?: TemplateView['objectives'][number],
): ObjectiveDraft {
  const { objective = '', keyResults = [{}, {}, {}], initiatives: work = [] } = template ?? {};
  return {
    requestId: newId(),
    objective: newPart({ objective, quarter: view.quarter, owner, parent: '', state: '' }),
    keyResults: keyResults.map((one) => newKeyResult(view, owner, one)),
    work,
  };
}

/** An objective that is in the sheet, to be changed. */
export function draftOf(objective: ObjectiveView): ObjectiveDraft {
  return { requestId: newId(), objective: partOf(objective), keyResults: objective.keyResults.map(partOf), work: [] };
}

/** Whether a key result is to be saved: a new one in which nothing was written is not. */
function isWritten({ id, fields: { keyResult, baseline, target } }: Part): boolean {
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
export function objectiveProblems({ objective, keyResults }: ObjectiveDraft): Readonly<Record<string, Texts>> {
  const all = [objective, ...keyResults.filter(isWritten)].map(({ key, fields }): [string, Texts] => {
    const problems = Object.entries(fields).flatMap(([name, text]): [string, string][] => {
      if ((name === 'objective' || name === 'keyResult') && text.trim() === '')
        return [[name, 'Say what will be true by then']];
      const typed: TypedNumber = isNumber(name) ? typedNumber(text) : { value: null };
      return 'problem' in typed ? [[name, typed.problem]] : [];
    });
    return [key, Object.fromEntries(problems)];
  });
  return Object.fromEntries(all.filter(([, problems]) => Object.keys(problems)[0]));
}
