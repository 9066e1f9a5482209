const WORD = '(?:won|lost|renewed|closed|churned)';

/** A stage that begins with one of the words, or ends with one that nothing before it takes back. */
const BEGINS = new RegExp(`^${WORD}(?![\\p{L}\\p{N}'’])`, 'iu');
const ENDS = new RegExp(`(?:^|[^\\p{L}\\p{N}])${WORD}$`, 'iu');
const OPEN = /\b(not|never|to be|be|being|yet|nearly|almost|likely|probably|maybe|might|could|if)\b|n['’]t\b|\?$/i;

/**
 * Whether the stage of a renewal or an expansion says that it is over. Sentences that hold such a word somewhere do not.
 *
 * @example Is "Closed - Won" over? yes
 * @example And "Not yet renewed"? no
 */
export function isClosedStage(stage: string | null): boolean {
  const text = stage?.trim().replace(/[\s.!]+$/, '') ?? '';
  return !OPEN.test(text) && (BEGINS.test(text) || ENDS.test(text));
}
