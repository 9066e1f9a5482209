/** A short fingerprint of a text: the first 12 hexadecimal digits of its SHA-256. */
export function fingerprint(text: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  const hex = bytes.slice(0, 6).map((byte) => (byte < 0 ? byte + 256 : byte).toString(16).padStart(2, '0'));
  return hex.join('');
}
