import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { build } from '../../scripts/build.mjs';
import type { postToChannels } from '../../src/jobs/channels.js';
import { renderAlertMail } from '../../src/messages/alert-mail.js';
import { alertInput } from '../messages/sample-mail.js';

const root = join(import.meta.dirname, '../..');
const SCOPE = 'https://www.googleapis.com/auth/script.external_request';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-'));
  await build({ webhooks: true, dist: join(folder, 'webhooks') });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const read = (path: string): Promise<string> => readFile(path, 'utf8');

describe('the build', () => {
  it('as everybody has it can send nothing to an address outside Google, and asks for no right to', async () => {
    expect(await read(join(root, 'dist/Code.js'))).not.toContain('UrlFetchApp');
    expect(await read(join(root, 'dist/appsscript.json'))).not.toContain(SCOPE);
  });

  it('with webhooks can, and asks for that right beside the others', async () => {
    expect(await read(join(folder, 'webhooks/appsscript.json'))).toContain(SCOPE);
    const { oauthScopes } = JSON.parse(await read(join(root, 'appsscript.json'))) as { oauthScopes: string[] };
    const extended = JSON.parse(await read(join(folder, 'webhooks/appsscript.json'))) as { oauthScopes: string[] };
    expect(extended.oauthScopes).toEqual([...oauthScopes, SCOPE]);
  });
});

interface Sent {
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Posts as a build does, to a service that answers with one status, or throws with a message. */
async function post(
  webhooks: boolean,
  settings: Parameters<typeof postToChannels>[1],
  answer: number | string,
): Promise<{ readonly sent: readonly Sent[]; readonly problems: readonly string[] }> {
  const bundle = await esbuild.build({
    entryPoints: [join(root, 'src/jobs/channels.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'channels',
    target: 'es2019',
    define: { WEBHOOKS: String(webhooks) },
  });
  const sent: Sent[] = [];
  const context = vm.createContext({});
  // An exception of the service is one of the script's own realm.
  const realmError = vm.runInContext('(message) => new Error(message)', context) as (message: string) => Error;
  const service = {
    fetch: (url: string, options: Sent['options']) => {
      sent.push({ url, options });
      if (typeof answer === 'string') throw realmError(answer);
      return { getResponseCode: () => answer };
    },
  };
  const contents = JSON.stringify([renderAlertMail(alertInput()).content]);
  const code = `${bundle.outputFiles[0]?.text ?? ''}; channels.postToChannels(${contents}, ${JSON.stringify(settings)})`;
  const problems = vm.runInContext(code, Object.assign(context, { UrlFetchApp: service })) as readonly string[];
  return { sent, problems: [...problems] };
}

describe('posting to channels', () => {
  const slackWebhook = 'https://hooks.slack.com/services/T0/B0/x';
  const chatWebhook = 'https://chat.googleapis.com/v1/spaces/A/messages?key=k';

  it('sends one message to each channel that has an address, and follows no redirect', async () => {
    const { sent, problems } = await post(true, { slackWebhook, chatWebhook }, 200);
    expect(problems).toEqual([]);
    expect(sent.map(({ url }) => url)).toEqual([slackWebhook, chatWebhook]);
    for (const { options } of sent) {
      expect(options).toMatchObject({ method: 'post', followRedirects: false, muteHttpExceptions: true });
      expect(String(options['payload'])).toContain('*Northwind*');
    }
  });

  it('sends nothing without an address, or in a build without webhooks', async () => {
    expect((await post(true, { slackWebhook: '', chatWebhook: '' }, 200)).sent).toEqual([]);
    expect((await post(false, { slackWebhook, chatWebhook }, 200)).sent).toEqual([]);
  });

  test.each<[string, number | string, string]>([
    ['is gone', 404, 'it answered with status 404'],
    ['redirects', 302, 'it answered with status 302'],
    ['cannot be reached', 'DNS error', 'DNS error'],
  ])('to one that %s stops neither the other nor the mails, and says so', async (_, answer, why) => {
    const { sent, problems } = await post(true, { slackWebhook, chatWebhook }, answer);
    expect(sent).toHaveLength(2);
    expect(problems).toEqual([
      `Slack did not take the alerts, which were mailed all the same: ${why}; look at Slack webhook in Settings`,
      `Google Chat did not take the alerts, which were mailed all the same: ${why}; look at Google Chat webhook in Settings`,
    ]);
  });
});
