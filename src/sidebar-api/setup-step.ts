import { listWords } from '../watch/triggers/words.js';
import { fieldOf } from './page.js';
import type { ColumnConfidence, ProposedField, ProposedKind, SetupColumn, SetupStep } from './protocol-set-up.js';

type Kind = Omit<ProposedKind, 'step'>;

const CONFIDENCE: Readonly<Record<ColumnConfidence, string>> = {
  'in use': 'In use',
  exact: 'Same name',
  synonym: 'Another name for it',
  similar: 'Similar name, please check',
  none: '',
};

/** How a column came to be proposed. */
function origin({ confidence, candidates, isRequired }: ProposedField): string {
  if (candidates.length > 1) return `${listWords(candidates)} fit equally well, choose one`;
  return confidence === 'none' && isRequired ? 'Nothing like it found, choose one' : CONFIDENCE[confidence];
}

function column(proposed: ProposedField, headers: readonly string[]): SetupColumn {
  const { field, label, header, note, isRequired, candidates } = proposed;
  const isFound = header !== null || candidates.length > 1;
  return {
    ...fieldOf(field, isRequired ? `${label}, needed` : label, {
      value: header ?? '',
      hint: [origin(proposed), note].filter(Boolean).join('. '),
      choices: [
        ['', isRequired ? 'Choose a column' : 'No column'],
        ...headers.map((one): [string, string] => [one, one]),
      ],
      ...(isRequired || isFound ? {} : { isMore: true }),
    }),
    ...{ header: label, note, isRequired },
  };
}

/** Whether the columns as they are proposed can be used: what is needed is there, and none is used twice. */
function isUsable(fields: readonly ProposedField[]): boolean {
  const headers = fields.flatMap(({ header }) => (header === null ? [] : [header]));
  return (
    fields.every(({ isRequired, header }) => !isRequired || header !== null) && new Set(headers).size === headers.length
  );
}

/** Whether a person has to look at a proposal before it can hold: it is needed and new, or something is missing or guessed. */
function isOpen({ state, isNeeded, proposedTab, fields }: Kind): boolean {
  const isGuessed = fields.some(({ confidence, candidates }) => confidence === 'similar' || candidates.length > 1);
  if (state !== 'ready' && (isNeeded || isGuessed)) return true;
  return proposedTab === null ? isNeeded : !isUsable(fields);
}

/** Where a kind of record is, as a form: the tab with all that may be chosen, and a column for each field. */
export function setupStep(proposed: Kind, tabs: readonly string[]): SetupStep {
  const { kind, row, isNeeded, canCreate, proposedTab, headers, fields } = proposed;
  const tab = proposedTab === null ? '' : `tab:${proposedTab}`;
  const value = tab || (isNeeded ? 'undecided' : 'skip');
  const places: [string, string][] = [
    ...(value === 'undecided' ? [['undecided', 'Choose a tab'] as [string, string]] : []),
    ...tabs.map((name): [string, string] => [`tab:${name}`, name]),
    ...(canCreate ? [['create', `Create a new tab, ${kind}`] as [string, string]] : []),
    ...(isNeeded ? [] : [['skip', 'Not used for now'] as [string, string]]),
  ];
  return {
    title: `Which tab has one row per ${row.replace(/^(an?|one) /, '')}?`,
    about: isNeeded ? kind : `${kind}, optional`,
    isOpen: isOpen(proposed),
    tab: fieldOf('tab', 'Tab', { value, choices: places }),
    words: {
      create: `a new tab, ${kind}, with a header and a note for each column`,
      skip: 'not used for now',
      undecided: `No tab was found in which one row is ${row}`,
      ...(tab !== '' && headers.length === 0
        ? { [tab]: `The first row of ${String(proposedTab)} is blank; Bellwether looks for the headers there` }
        : {}),
    },
    columns: tab === '' ? [] : fields.map((field) => column(field, headers)),
  };
}
