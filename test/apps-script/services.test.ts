import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { MONDAY, disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

const DAY = 86_400_000;

describe('MailApp (6.1, 5)', () => {
  const code = `function f(...args) { MailApp.sendEmail(...args); } function left() { return MailApp.getRemainingDailyQuota(); }`;
  const many = (count: number) => Array.from({ length: count }, (_, i) => `p${String(i)}@example.com`).join(',');

  test('sends in all its forms, as the user', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'f', 'a@example.com', 'Subject', 'Body');
    evaluate(emulator, 'f', 'a@example.com', 'r@example.com', 'Subject', 'Body');
    evaluate(emulator, 'f', 'a@example.com', 'Subject', 'Body', {
      cc: 'c@example.com',
      name: 'Bellwether',
      htmlBody: '<p>',
    });
    evaluate(emulator, 'f', { to: 'Ann <a@example.com>', bcc: 'b@example.com', subject: 'Subject', body: 'Body' });
    const mail = {
      sentAt: MONDAY,
      from: 'ana@example.com',
      fromName: null,
      to: 'a@example.com',
      cc: '',
      bcc: '',
      replyTo: '',
      subject: 'Subject',
      body: 'Body',
      htmlBody: null,
    };
    expect(emulator.outbox).toEqual([
      mail,
      { ...mail, replyTo: 'r@example.com' },
      { ...mail, cc: 'c@example.com', fromName: 'Bellwether', htmlBody: '<p>' },
      { ...mail, to: 'Ann <a@example.com>', bcc: 'b@example.com' },
    ]);
  });

  test.each([
    ['no recipient', '', 'Failed to send email: no recipient'],
    ['a bad address', 'nobody', 'Invalid email: nobody'],
    ['51 recipients', many(51), 'Limit exceeded: Email Recipients Per Message.'],
  ])('refuses %s', (_name, to, message) => {
    expect(() => evaluate(emulate(code), 'f', to, 's', 'b')).toThrow(message);
  });

  test.each([
    ['consumer', 200],
    ['workspace', 400],
  ] as const)('takes bodies of a %s account up to %i KB', (account, kilobytes) => {
    const emulator = emulate(code, { Data: [] }, { account });
    evaluate(emulator, 'f', 'a@example.com', 's', 'x'.repeat(kilobytes * 1024));
    expect(() => evaluate(emulator, 'f', 'a@example.com', 's', 'x'.repeat(kilobytes * 1024 + 1))).toThrow(
      'Email Body Size',
    );
  });

  test('counts recipients against a daily quota that comes back after 24 hours', () => {
    const emulator = emulate(code, { Data: [] }, { account: 'consumer' });
    evaluate(emulator, 'f', many(50), 's', 'b');
    evaluate(emulator, 'f', many(49), 's', 'b');
    expect(evaluate(emulator, 'left')).toBe(1);
    expect(() => evaluate(emulator, 'f', many(2), 's', 'b')).toThrow(
      'Service invoked too many times for one day: email.',
    );
    emulator.advance(DAY);
    expect(evaluate(emulator, 'left')).toBe(100);
    expect(evaluate(emulate(code), 'left')).toBe(1500);
  });
});

describe('properties (6.2, 5)', () => {
  const code = `function set(key, value) { PropertiesService.getDocumentProperties().setProperty(key, value); }
    function all() { return PropertiesService.getDocumentProperties().getProperties(); }
    function user(value) { const p = PropertiesService.getUserProperties(); const before = p.getProperty('x'); p.setProperty('x', value); return before; }`;

  test("are texts, shared by runs; those of a user are that user's", () => {
    const emulator = emulate(code);
    evaluate(emulator, 'set', 'n', 5);
    expect(evaluate(emulator, 'all')).toEqual({ n: '5' });
    evaluate(emulator, 'user', 'ana');
    emulator.user = 'ben@example.com';
    expect(evaluate(emulator, 'user', 'ben')).toBeNull();
  });

  test('hold 9 KB each and 500 KB in all', () => {
    const emulator = emulate(code);
    expect(() => evaluate(emulator, 'set', 'big', 'é'.repeat(4609))).toThrow('Argument too large: value');
    const fill = () => {
      for (let i = 0; i < 60; i++) evaluate(emulator, 'set', `k${String(i)}`, 'x'.repeat(9216));
    };
    expect(fill).toThrow('You have exceeded the property storage quota. Please remove some properties and try again.');
    expect(Object.keys(evaluate(emulator, 'all') as object)).toHaveLength(55);
  });
});

test('a cache forgets in virtual time (6.3)', () => {
  const emulator = emulate(
    'function put() { CacheService.getScriptCache().put("k", "v", 60); } function get() { return CacheService.getScriptCache().get("k"); }',
  );
  evaluate(emulator, 'put');
  expect(evaluate(emulator, 'get')).toBe('v');
  emulator.advance(60_000);
  expect(evaluate(emulator, 'get')).toBeNull();
});

describe('Utilities (6.6)', () => {
  const at = Date.UTC(2026, 0, 1, 23, 5, 9, 7);
  test.each([
    ['UTC', 'yyyy-MM-dd HH:mm:ss.SSS', '2026-01-01 23:05:09.007'],
    ['Asia/Kolkata', "EEE d MMM yy 'at' h:mm a", 'Fri 2 Jan 26 at 4:35 AM'],
    ['America/New_York', 'EEEE, MMMM d Z XXX X', 'Thursday, January 1 -0500 -05:00 -05'],
    ['UTC', "D DD u '' XXX", "1 01 4 ' Z"],
    ['Nowhere/Land', 'HH:mm', '23:05'],
  ])('formatDate in %s by %s', (zone, pattern, expected) => {
    const code = 'function f(at, zone, pattern) { return Utilities.formatDate(new Date(at), zone, pattern); }';
    expect(evaluate(emulate(code), 'f', at, zone, pattern)).toBe(expected);
  });

  test('YYYY is the year of the week, the classic slip', () => {
    const code = 'function f() { return Utilities.formatDate(new Date(Date.UTC(2026, 11, 28)), "UTC", "YYYY"); }';
    expect(evaluate(emulate(code))).toBe('2027');
  });

  test('digests, signatures and base64 are what Node computes, in signed bytes', () => {
    const emulator = emulate(`function f(text, key) { return [
      Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text),
      Utilities.computeHmacSha256Signature(text, key),
      Utilities.base64EncodeWebSafe(text)]; }`);
    const bytes = (buffer: Buffer) => [...new Int8Array(buffer)];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 100 }), (text, key) => {
        const web = Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
        expect(evaluate(emulator, 'f', text, key)).toEqual([
          bytes(createHash('sha256').update(text).digest()),
          bytes(createHmac('sha256', key).update(text).digest()),
          web,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test('every uuid is another, of version 4', () => {
    const ids = evaluate(emulate('function f() { return [Utilities.getUuid(), Utilities.getUuid()]; }')) as string[];
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('a call with arguments of another type is refused by its signature (2.3)', () => {
    expect(() => evaluate(emulate('function f() { Utilities.formatDate("2026", "UTC", "yyyy"); }'))).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});
