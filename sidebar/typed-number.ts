/** What a person typed where a number belongs: the number, null for nothing, or what to do about it. */
export type TypedNumber = { readonly value: number | null } | { readonly problem: string };

/**
 * Reads a number as people type it: spaces, thousands separators, a unit sign and a decimal comma are understood. A comma
 * that could be either is not guessed at.
 *
 * @example What is "1 234,5 %"? 1234.5
 * @example What is "1,234"? a question: 1234 or 1.234
 */
export function typedNumber(text: string): TypedNumber {
  const bare = text.replace(/[\s'’%$€£¥]/g, '').replace(/^[−–]/, '-');
  if (bare === '') return text.trim() === '' ? { value: null } : { problem: 'Type a number' };
  const either = /^([-+]?[1-9]\d{0,2}),(\d{3})$/.exec(bare);
  if (either) {
    const [, whole = '', rest = ''] = either;
    return { problem: `Type ${whole}${rest} or ${whole}.${rest}: the comma could mean either` };
  }
  const plain = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare)
    ? bare.replace(/,/g, '')
    : /^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(bare)
      ? bare.replace(/\./g, '').replace(',', '.')
      : bare.replace(/^([-+]?\d*),(\d+)$/, '$1.$2');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain)
    ? { value: Number(plain) }
    : { problem: 'Type a number, for example 42 or 3.5' };
}

/** Reads a confidence: a whole number from 0 to 10, or nothing. */
export function typedConfidence(text: string): TypedNumber {
  const bare = text.trim().replace(/\s*\/\s*10$/, '');
  if (bare === '') return { value: null };
  return /^(\d|10)$/.test(bare) ? { value: Number(bare) } : { problem: 'Type a whole number from 0 to 10' };
}
