import { performChanges } from '../google/perform-changes.js';
import { headerKey } from '../records/mapping.js';
import { SETTINGS } from '../records/setting-schemas.js';
import { settingProblem } from '../records/settings.js';
import { settingsTab } from '../records/tabs/settings.js';
import { teamTab } from '../records/tabs/team.js';
import { openBook, requireUser, saving } from './open-book.js';
import type { Page } from './protocol-watch.js';
import { readName, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { settingRows, settings } from './settings.js';

function save(name: string, value: string, seen: string): void {
  const { me, records } = openBook([teamTab]);
  if (!rolesOf(requireUser(me), records).mayCreate) {
    throw new Refusal(
      'not yours',
      'The Team tab does not have you in it, or cannot be read, so you cannot change settings; have that mended there',
    );
  }
  const row = settingRows().get(headerKey(name));
  const theirs = row?.value ?? '';
  if (theirs === value) return;
  if (theirs !== seen) {
    const shown = (text: string): string => (text === '' ? 'blank' : `"${text}"`);
    throw new Refusal(
      'stale',
      `Somebody set ${name} to ${shown(theirs)} meanwhile, and you to ${shown(value)}; look at it again`,
    );
  }
  const place = { schema: settingsTab, tab: settingsTab.tab, keepsFormulas: true } as const;
  const meaning = Object.values(SETTINGS).find((schema) => schema.name === name)?.meaning ?? '';
  const left = performChanges([
    row
      ? { kind: 'update', ...place, keyField: 'setting', rows: new Map([[row.setting, { value }]]) }
      : { kind: 'append', ...place, rows: [{ setting: name, value, meaning }] },
  ]);
  if (left.length > 0) {
    throw new Refusal(
      'not set up',
      `${name} comes from a formula in the Settings tab, so it was not changed; change it there`,
    );
  }
}

/** Changes one setting, unless it cannot be used or somebody changed it since; blank is the standard value. */
export function saveSetting(request: Readonly<Record<string, unknown>>): Page {
  const name = readName(request['name'], 'name', 100);
  const value = readText(request['value'], 'value', 500);
  const seen = readText(request['seen'], 'seen', 1_000);
  const schema = Object.values(SETTINGS).find((setting) => setting.name === name);
  if (!schema) return refuse('name', name, 'use the name of one of the settings');
  const problem = settingProblem(schema, value);
  if (problem !== '') throw new Refusal('bad request', `${name} "${value}" ${problem}`);
  saving(() => {
    save(name, value, seen);
  });
  return { ...settings(), news: `${name} is saved` };
}
