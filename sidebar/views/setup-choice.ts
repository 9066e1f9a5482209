import type { ChosenKind, SetupStep } from '../../src/sidebar-api/protocol-set-up.js';
import { counted } from '../words.js';

type Texts = Readonly<Record<string, string>>;

/** A person's choice for one kind of record while it is being made: the step as the server proposes it, and what was chosen. */
export interface Choice {
  readonly step: SetupStep;
  /** By the names of the fields; "" for no column. */
  readonly values: Texts;
}

/** The choice that a proposal makes on its own. */
export function choiceOf(step: SetupStep): Choice {
  return { step, values: Object.fromEntries([step.tab, ...step.columns].map(({ name, value }) => [name, value])) };
}

/** The tab that was chosen; undefined for a new one and for none. */
export function tabOf({ values: { tab = '' } }: Choice): string | undefined {
  return /^tab:(.*)$/s.exec(tab)?.[1];
}

/** What has to be mended before a choice can be used, by field. */
export function choiceProblems(choice: Choice): Texts {
  const { step, values } = choice;
  if (values['tab'] === 'undecided') return { tab: 'Choose a tab, or create a new one' };
  const problems: Record<string, string> = {};
  const users: Record<string, string> = {};
  for (const { name, header, isRequired } of tabOf(choice) === undefined ? [] : step.columns) {
    const chosen = values[name] ?? '';
    const user = users[chosen];
    if (chosen !== '' && user !== undefined) problems[name] = `${chosen} is already chosen for ${user}`;
    if (chosen === '' && isRequired) problems[name] = `Choose the column for ${header}`;
    users[chosen] = header;
  }
  return problems;
}

/** What a choice comes to, in a few words. */
export function choiceWords(choice: Choice): string {
  const { step, values } = choice;
  const found = step.columns.filter(({ name }) => values[name]).length;
  return step.words[values['tab'] ?? ''] ?? `tab ${tabOf(choice) ?? ''}, ${counted(found, 'column')}`;
}

/** The choices as the server takes them; kinds that are not used for now are left as they are. */
export function chosenKinds(choices: Readonly<Record<string, Choice>>): Readonly<Record<string, ChosenKind>> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([kind, choice]): [string, ChosenKind][] => {
      const { step, values } = choice;
      if (values['tab'] === 'create') return [[kind, { create: true }]];
      const tab = tabOf(choice);
      const columns = Object.fromEntries(step.columns.map(({ name }) => [name, values[name] || null]));
      return tab === undefined ? [] : [[kind, { tab, columns }]];
    }),
  );
}
