import type { ChosenKind, ProposedField, ProposedKind } from '../../src/sidebar-api/protocol.js';
import { counted } from '../words.js';

/** Where a kind of record is to be read from: one of the team's tabs, a new one, nowhere for now, or not decided. */
export type Place = { readonly tab: string } | 'create' | 'skip' | 'undecided';

/** A person's choice for one kind of record while it is being made. */
export interface Choice {
  readonly place: Place;
  readonly headers: readonly string[];
  readonly fields: readonly ProposedField[];
  /** By field; null for no column. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** The choice that a proposal makes on its own. */
export function choiceOf({ proposedTab, isNeeded, headers, fields }: ProposedKind): Choice {
  return {
    place: proposedTab !== null ? { tab: proposedTab } : isNeeded ? 'undecided' : 'skip',
    headers,
    fields,
    columns: Object.fromEntries(fields.map(({ field, header }) => [field, header])),
  };
}

/** What has to be mended before a choice can be used: by field, and for the tab under "". */
export function choiceProblems({ place, fields, columns }: Choice): Readonly<Record<string, string>> {
  if (place === 'undecided') return { '': 'Choose a tab, or create a new one' };
  if (typeof place === 'string') return {};
  const problems: Record<string, string> = {};
  const users = new Map<string, string>();
  for (const { field, label, isRequired } of fields) {
    const header = columns[field] ?? null;
    if (header === null) {
      if (isRequired) problems[field] = `Choose the column for ${label}`;
      continue;
    }
    const user = users.get(header);
    if (user !== undefined) problems[field] = `${header} is already chosen for ${user}`;
    users.set(header, label);
  }
  return problems;
}

/** Whether a person has to look at a proposal before it can hold: it is needed and new, or something is missing or guessed. */
export function isOpen(kind: ProposedKind): boolean {
  const isGuessed = kind.fields.some(({ confidence, candidates }) => confidence === 'similar' || candidates.length > 1);
  const isNew = kind.state !== 'ready' && (kind.isNeeded || isGuessed);
  return isNew || Object.keys(choiceProblems(choiceOf(kind))).length > 0;
}

/** What a choice comes to, in a few words. */
export function choiceWords({ kind, row }: ProposedKind, { place, headers, columns }: Choice): string {
  if (place === 'create') return `a new tab, ${kind}, with a header and a note for each column`;
  if (place === 'skip') return 'not used for now';
  if (place === 'undecided') return `No tab was found in which one row is ${row}`;
  if (headers.length === 0) return `The first row of ${place.tab} is blank; Bellwether looks for the headers there`;
  const found = Object.values(columns).filter((header) => header !== null).length;
  return `tab ${place.tab}, ${counted(found, 'column')}`;
}

/** The choices as the server takes them; kinds that are not used for now are left as they are. */
export function chosenKinds(choices: Readonly<Record<string, Choice>>): Readonly<Record<string, ChosenKind>> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([kind, { place, columns }]): [string, ChosenKind][] => {
      if (place === 'create') return [[kind, { create: true }]];
      return typeof place === 'string' ? [] : [[kind, { tab: place.tab, columns }]];
    }),
  );
}
