import type { Block } from '../storage/address.js';
import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { StoredProtection } from '../runtime/platform.js';
import type { Sheet } from '../storage/sheet.js';
import type { ServiceContext } from './context.js';
import { blockBehind, rangeService } from './range.js';

/** Starts a protection, under which everyone may still edit until editors are removed (platform 3.7). */
export function protectionService(context: ServiceContext, sheet: Sheet, block: Block | null): object {
  const stored: StoredProtection = {
    id: context.platform.nextSerial(),
    sheetId: sheet.id,
    block,
    description: '',
    warningOnly: false,
    editors: null,
    unprotected: [],
    removed: false,
  };
  context.platform.protections.push(stored);
  return storedProtection(context, sheet, stored);
}

export function storedProtection(context: ServiceContext, sheet: Sheet, start: StoredProtection): object {
  const { platform, execution } = context;
  let stored = start;
  const change = (part: Partial<StoredProtection>) => {
    const next = { ...stored, ...part };
    platform.protections = platform.protections.map((other) => (other.id === stored.id ? next : other));
    stored = next;
    return service;
  };
  const address = (user: unknown) =>
    String(typeof user === 'object' && user ? (user as { getEmail(): string }).getEmail() : user);
  const restrict = (names: readonly string[], add: boolean) => {
    const editors = new Set(stored.editors ?? []);
    for (const name of names)
      if (add) editors.add(name);
      else editors.delete(name);
    // The person who protects cannot lock themselves out.
    editors.add(execution.setup.user);
    return change({ editors });
  };
  const service: object = strict(execution, 'Protection', {
    getDescription: () => stored.description,
    setDescription: (description: string) => change({ description }),
    getRange: () => (stored.block ? rangeService(context, sheet, stored.block) : null),
    isWarningOnly: () => stored.warningOnly,
    setWarningOnly: (warningOnly: boolean) => change({ warningOnly }),
    canEdit: () =>
      !stored.editors || execution.setup.user === platform.owner || stored.editors.has(execution.setup.user),
    getEditors: () => [...(stored.editors ?? [])].map((email) => strict(execution, 'User', { getEmail: () => email })),
    addEditor: (user: unknown) => restrict([address(user)], true),
    addEditors: (users: readonly unknown[]) => restrict(users.map(address), true),
    removeEditor: (user: unknown) => restrict([address(user)], false),
    removeEditors: (users: readonly unknown[]) => restrict(users.map(address), false),
    setUnprotectedRanges: (ranges: readonly unknown[]) => {
      if (stored.block) throw new ServiceException('Protection.setUnprotectedRanges works on a protected sheet only');
      return change({ unprotected: ranges.flatMap((range) => blockBehind(range)?.block ?? []) });
    },
    remove: () => {
      change({ removed: true });
      platform.protections = platform.protections.filter((other) => !other.removed);
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.Protection>);
  return service;
}
