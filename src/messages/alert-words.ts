import type { TriggerName } from '../watch/finding.js';
import type { Standing } from '../watch/recipients.js';
import type { AlertToTell } from './alert-mail-input.js';
import { INDICATOR_LENGTH, inSentence } from './bend-words.js';
import { cellText } from './cell-text.js';
import { formatCount, formatList, formatShortList } from './format.js';
import { capitalised } from './mail-content.js';

interface TriggerWords {
  /** What an alert says of its subject for as long as it lives: it holds no number. */
  readonly lasting: string;
  /** Why its owner is told. */
  readonly because: string;
}

/** The words of each trigger. */
export const TRIGGER_WORDS: Readonly<Record<TriggerName, TriggerWords>> = {
  'Missed cadence': {
    lasting: 'missed',
    because: 'Team names you as the manager of whoever missed it, or as the VP of customer success',
  },
  'Velocity drop': {
    lasting: 'drags',
    because: 'Settings name you as the renewal manager, or Team names you as the VP of customer success',
  },
  'Momentum decay': { lasting: 'bends', because: 'The CSM column of the Accounts tab names you' },
  'KPI drift': { lasting: 'drifts', because: 'Team names you as the VP of customer success' },
  'Owner absence': {
    lasting: 'needs an owner',
    because: 'Team names you as the VP of customer success, who assigns accounts',
  },
  'Dependency breach': { lasting: 'late', because: 'The row of the commitment or handoff names you' },
};

/** What Team says of whoever is told of another one's alert. */
const STANDING_WORDS: Readonly<Record<Exclude<Standing, 'owner'>, string>> = {
  'stand-in': 'Team names you as the head of the function that it concerns, or as the CRO',
  peer: 'your accounts are behind it, or your function can help',
  'head of function': 'Team names you as the head of the function that it concerns',
  manager: "Team names you as its owner's manager",
  executive: 'Team names you as an executive who answers for the revenue',
};

/** Why a person is told of an alert. */
export function becauseOf({ standing, trigger, level, account, subject }: AlertToTell, hours: number): string {
  if (standing === 'owner') {
    // A key result that bends is its owner's, whoever looks after the account.
    const isOfKeyResult = trigger === 'Momentum decay' && subject !== account;
    return isOfKeyResult ? 'The Owner column of the Key results tab names you' : TRIGGER_WORDS[trigger].because;
  }
  const words = STANDING_WORDS[standing];
  if (standing === 'stand-in') return `No owner with an e-mail address is named for it, and ${words}`;
  if (level === 1) return capitalised(words);
  const open = formatCount(Math.max(1, level - 1) * hours, 'hour');
  return `An alert stayed open for ${open} after its owner was told, and ${words}`;
}

/** Whether a person is asked to take an alert on: its owner, or who stands in for one that is not named. */
export const isToAct = ({ standing }: Pick<AlertToTell, 'standing'>): boolean => {
  return standing === 'owner' || standing === 'stand-in';
};

/** What a step asks of whom it tells. */
export function askWords(alert: AlertToTell, hours: number): string {
  const { level } = alert;
  if (isToAct(alert)) return `set a status within ${formatCount(hours, 'hour')}`;
  return level < 3 ? 'add a line on what you see of it' : 'ask for a re-commit';
}

/** Characters of an account's name, or of a subject, in a heading or a sentence. */
const NAME_LENGTH = 60;

/** What an alert is about: the account, the metric, the key result; an account's promise has its id behind it. */
export function titleOf({ account, subject }: Pick<AlertToTell, 'account' | 'subject'>): string {
  if (account === null) return cellText(subject, NAME_LENGTH);
  const name = cellText(account, NAME_LENGTH);
  return subject.startsWith(account) ? name : `${name}, ${cellText(subject, 24)}`;
}

/** What is wrong in a few words, to stand behind the title. */
export function headlineOf({ bent, headline }: AlertToTell): string {
  if (!bent) return cellText(headline, 120);
  const indicators = bent.bends.map(({ indicator }) => inSentence(cellText(indicator, INDICATOR_LENGTH)));
  return `${formatShortList(indicators, 4)} ${indicators.length === 1 ? 'bends' : 'bend'}`;
}

/** `2 accounts bend`, `3 accounts bend, 2 alerts more`: what a group of alerts is. */
export function groupWords(alerts: readonly AlertToTell[]): string {
  const accounts = new Set(alerts.map(({ account, subject }) => account ?? subject)).size;
  const count = (trigger: TriggerName): number => alerts.filter((alert) => alert.trigger === trigger).length;
  if (count('Momentum decay') === alerts.length) return `${formatCount(accounts, 'account')} bend`;
  if (count('Dependency breach') === alerts.length) {
    return `${formatCount(alerts.length, 'promise')} broken on ${formatCount(accounts, 'account')}`;
  }
  return formatCount(alerts.length, 'alert');
}

/** The triggers of a group in words: `2 of momentum decay and 1 of owner absence`. */
export function mixWords(alerts: readonly AlertToTell[]): string {
  const counts = new Map<string, number>();
  for (const { trigger } of alerts) counts.set(trigger, (counts.get(trigger) ?? 0) + 1);
  return formatList(
    [...counts].map(
      ([trigger, count]) => `${count} of ${trigger.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
    ),
  );
}
