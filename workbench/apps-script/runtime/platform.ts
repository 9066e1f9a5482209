import type { Block } from '../storage/address.js';
import type { EditorState, MenuItem, PlatformState, SentMail, StoredTrigger } from '../api.js';
import { Allowance } from './allowance.js';

export interface StoredProtection {
  readonly id: number;
  readonly sheetId: string;
  /** Null protects the whole tab. */
  readonly block: Block | null;
  description: string;
  warningOnly: boolean;
  /** Null while nobody has been removed: everyone may edit (platform 3.7). */
  editors: Set<string> | null;
  unprotected: readonly Block[];
  removed: boolean;
}

export interface StoredValidation {
  readonly sheetId: string;
  readonly block: Block;
  readonly rule: ValidationRule;
}

export interface ValidationRule {
  readonly type: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
  readonly accepts: (content: unknown) => boolean;
}

/** Everything of Google's that outlives a run, apart from the cells. */
export class Platform {
  readonly outbox: SentMail[];
  triggers: (StoredTrigger & { nextRunAt: number })[];
  protections: StoredProtection[] = [];
  validations: StoredValidation[] = [];
  readonly conditionalRules = new Map<string, readonly object[]>();
  readonly notes = new Map<string, string>();
  readonly filters = new Map<string, Block>();
  readonly properties: Map<string, Map<string, string>>;
  readonly caches = new Map<string, Map<string, { text: string; expiresAt: number }>>();
  /** Lock name -> who holds it: an execution, or a test. */
  readonly locks = new Map<string, object>();
  readonly editor: {
    menu: MenuItem[];
    sidebar: EditorState['sidebar'];
    toasts: EditorState['toasts'][number][];
    alerts: string[];
    dialog: EditorState['dialog'];
  } = {
    menu: [],
    sidebar: null,
    toasts: [],
    alerts: [],
    dialog: null,
  };
  readonly mailAllowance: Allowance;
  readonly propertyAllowance: Allowance;
  readonly mailBodyLimit: number;
  private serial: number;

  /** @param owner of the spreadsheet: always may edit. */
  constructor(
    readonly owner: string,
    account: 'workspace' | 'consumer',
    { outbox = [], triggers = [], properties = {}, mailUses, propertyUses, serial = 0 }: Partial<PlatformState> = {},
  ) {
    this.outbox = [...outbox];
    this.triggers = triggers.map((trigger) => ({ ...trigger }));
    this.properties = new Map(
      Object.entries(properties).map(([name, store]) => [name, new Map(Object.entries(store))]),
    );
    this.serial = serial;
    const workspace = account === 'workspace';
    this.mailAllowance = new Allowance(workspace ? 1500 : 100, mailUses);
    this.propertyAllowance = new Allowance(workspace ? 500_000 : 50_000, propertyUses);
    this.mailBodyLimit = (workspace ? 400 : 200) * 1024;
  }

  /** A copy that later runs do not change. */
  state(): PlatformState {
    return {
      outbox: [...this.outbox],
      triggers: this.triggers.map((trigger) => ({ ...trigger })),
      properties: Object.fromEntries([...this.properties].map(([name, store]) => [name, Object.fromEntries(store)])),
      mailUses: this.mailAllowance.uses,
      propertyUses: this.propertyAllowance.uses,
      serial: this.serial,
    };
  }

  /** Drops the rules, notes and protections of a tab that was deleted. */
  forgetSheet(id: string): void {
    this.protections = this.protections.filter(({ sheetId }) => sheetId !== id);
    this.validations = this.validations.filter(({ sheetId }) => sheetId !== id);
    this.conditionalRules.delete(id);
    this.filters.delete(id);
    for (const key of this.notes.keys()) if (key.startsWith(`${id}!`)) this.notes.delete(key);
  }

  nextSerial(): number {
    return ++this.serial;
  }
}
