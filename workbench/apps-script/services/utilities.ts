import { ServiceException } from '../runtime/exceptions.js';
import { isDate } from '../runtime/realm.js';
import type { Members } from '../runtime/strict.js';
import { formatDate } from '../time/date-pattern.js';
import { base64, bytesOf, fromBase64, signed } from './bytes.js';
import type { ServiceContext } from './context.js';
import { hmacSha256, sha256 } from './sha256.js';
import { mismatch } from './signature.js';

const LONGEST_SLEEP_MS = 300_000;

export function utilities(context: ServiceContext) {
  const { execution, platform } = context;
  return {
    formatDate: (date: unknown, zone: unknown, pattern: unknown) => {
      if (!isDate(date) || typeof zone !== 'string' || typeof pattern !== 'string') {
        throw mismatch('Utilities.formatDate', [date, zone, pattern]);
      }
      return formatDate(date.getTime(), zone, pattern);
    },
    sleep: (milliseconds: number) => {
      if (milliseconds > LONGEST_SLEEP_MS) throw new ServiceException('Utilities.sleep allows at most 300000 ms');
      execution.spend(milliseconds);
    },
    // Drawn from a counter, so that a run can be repeated; version 4 in form.
    getUuid: () => {
      const hex = Array.from(sha256(bytesOf(`uuid ${String(platform.nextSerial())}`)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      const text = hex.join('');
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20, 32)}`;
    },
    computeDigest: (algorithm: unknown, value: unknown) => {
      if (algorithm !== 'SHA_256')
        throw new ServiceException(`Utilities.computeDigest with ${String(algorithm)} is not emulated`);
      return signed(sha256(bytesOf(value)));
    },
    computeHmacSha256Signature: (value: unknown, key: unknown) => signed(hmacSha256(bytesOf(value), bytesOf(key))),
    base64Encode: (value: unknown) => base64(bytesOf(value)),
    base64EncodeWebSafe: (value: unknown) => base64(bytesOf(value)).replaceAll('+', '-').replaceAll('/', '_'),
    base64Decode: (text: string) => signed(fromBase64(text)),
    base64DecodeWebSafe: (text: string) => signed(fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))),
    DigestAlgorithm: { SHA_256: 'SHA_256', MD5: 'MD5', SHA_1: 'SHA_1', SHA_512: 'SHA_512' },
    Charset: { UTF_8: 'UTF_8', US_ASCII: 'US_ASCII' },
  } satisfies Members<GoogleAppsScript.Utilities.Utilities>;
}
