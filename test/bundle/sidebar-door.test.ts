import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { READY } from '../sidebar-api/books.js';
import { builtFiles } from './bundle.js';
import { openBooks } from '../sidebar-api/open-books.js';
import { ask, builtAddOn, ME, type Sheets } from '../sidebar-api/built-add-on.js';

const books = openBooks();
const open = (sheets: Sheets, user = ME): Emulator => books.keep(builtAddOn(sheets, { user }));

describe('the door', () => {
  const requests: { name: string; text: unknown; message: string }[] = [
    { name: 'no request', text: undefined, message: 'send JSON text' },
    { name: 'an object instead of text', text: { call: 'home' }, message: 'send JSON text' },
    { name: 'text that is no JSON', text: '{"call":', message: 'send JSON text' },
    { name: 'a list', text: '[]', message: 'use an object' },
    { name: 'a call without a name', text: '{"args":{}}', message: 'call is missing' },
    { name: 'an unknown call', text: '{"call":"dropAll","args":{}}', message: 'call is "dropAll"; it is not known' },
    {
      name: 'a call named like a property of every object',
      text: '{"call":"constructor","args":{}}',
      message: 'it is not known',
    },
    { name: 'a call without arguments', text: '{"call":"home"}', message: 'args is missing' },
    { name: 'half a megabyte', text: `"${'x'.repeat(500_001)}"`, message: 'send JSON text' },
  ];
  test.each(requests)('answers $name with a reason and does not throw', async ({ text, message }) => {
    const emulator = open({ Sheet1: [] });
    const reply: unknown = JSON.parse(String(await emulator.callFromClient('callFromSidebar', [text])));
    expect(reply).toMatchObject({
      ok: false,
      code: 'bad request',
      message: expect.stringContaining(message) as string,
    });
  });

  test('answers an exception of Google in words, without a stack', async () => {
    const files = builtFiles();
    const manifest = files.manifest.replace(/"[^"]*script\.scriptapp",?/, '');
    const emulator = builtAddOn(READY, { files: { ...files, manifest } });
    books.keep(emulator);
    const reply = await ask(emulator, 'switchWatch', { on: true });
    expect(reply).toMatchObject({ ok: false, code: 'not allowed' });
    expect(JSON.stringify(reply)).toMatch(/Google did not allow it: .*script\.scriptapp\. Open Bellwether again/);
    expect(JSON.stringify(reply)).not.toMatch(/\bat \w+ \(|Code\.js|\\n/);
  });

  test('says what to mend when the Settings tab has lost its headers', async () => {
    const emulator = open({ ...READY, Settings: [['Lost', 'headers']] });
    const reply = await ask(emulator, 'confirmSetup', { kinds: { Team: { create: true } }, replace: false });
    expect(reply).toMatchObject({
      ok: false,
      message: expect.stringContaining('Settings has lost a header') as string,
    });
  });

  test('is shown by the menu', () => {
    const emulator = open({ Sheet1: [] });
    emulator.open();
    const item = emulator.editor.menu.find(({ functionName }) => functionName === 'openSidebar');
    expect(item?.caption).toBe('Open Bellwether');
    expect(emulator.run('openSidebar', 'menu').error).toBeUndefined();
    expect(emulator.editor.sidebar?.title).toBe('Bellwether');
  });
});
