import type { Bend } from '../watch/bends.js';
import type { BendMailInput, LinkedAccount } from './bend-mail-input.js';
import {
  changeWords,
  clearsWords,
  exposureWords,
  INDICATOR_LENGTH,
  inSentence,
  KIND_WORDS,
  renewalDistance,
  renewalWords,
} from './bend-words.js';
import { cellText } from './cell-text.js';
import { formatDay, formatShortList } from './format.js';
import { trendOf, type Trend } from './trend.js';

/** One bent indicator, in words. */
export interface BendWords {
  readonly indicator: string;
  readonly better: Bend['better'];
  readonly kind: Bend['kind'];
  readonly kindWords: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly trend: Trend;
}

/** One account told in full. */
export interface AccountContent {
  readonly name: string;
  readonly link: string;
  /** Exposure, renewal, owner. */
  readonly facts: readonly string[];
  readonly bends: readonly BendWords[];
  /** The indicators beyond the most that are told in full. */
  readonly alsoBending: string | null;
  readonly clears: string;
}

/** An account told in one line. */
export interface LineContent {
  readonly name: string;
  readonly link: string;
  readonly words: string;
}

/** More indicators than this in one account are named instead of told. */
const MOST_BENDS = 12;

function bendWords(bend: Bend, { week, today }: BendMailInput): BendWords {
  return {
    ...changeWords(bend),
    indicator: cellText(bend.indicator, INDICATOR_LENGTH),
    better: bend.better,
    kind: bend.kind,
    kindWords: KIND_WORDS[bend.kind],
    since: `since ${formatDay(bend.since, today)}`,
    trend: trendOf(bend, week),
  };
}

/** An account in full: its facts, each bend with its picture, and what clears them. */
export function accountContent(account: LinkedAccount, input: BendMailInput): AccountContent {
  const bends = account.bends.slice(0, MOST_BENDS).map((bend) => bendWords(bend, input));
  const more = account.bends.slice(MOST_BENDS).map(({ indicator }) => cellText(indicator, INDICATOR_LENGTH));
  return {
    name: cellText(account.account),
    link: account.link,
    facts: [
      exposureWords(account.exposure, input.currency),
      renewalWords(account.renewal, input.today),
      account.csm === null ? 'no CSM named' : `CSM ${cellText(account.csm)}`,
    ],
    bends,
    alsoBending: more.length > 0 ? `Also bending: ${formatShortList(more, MOST_BENDS)}` : null,
    clears: clearsWords(account.bends),
  };
}

/** An account in one line: what bends, what it puts at risk and when it renews. */
export function lineContent(account: LinkedAccount, input: BendMailInput): LineContent {
  const indicators = account.bends.map(({ indicator }) => inSentence(cellText(indicator, INDICATOR_LENGTH)));
  const words = [
    formatShortList(indicators, 2),
    exposureWords(account.exposure, input.currency),
    renewalDistance(account.renewal, input.today),
  ];
  return { name: cellText(account.account), link: account.link, words: words.join('; ') };
}
