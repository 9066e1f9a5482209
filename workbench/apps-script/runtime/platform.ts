import type { Block } from '../storage/address.js';
import type { EditorState, MenuItem, SentMail } from '../api.js';
import { Allowance } from './allowance.js';

export interface StoredTrigger {
  readonly uniqueId: string;
  readonly functionName: string;
  readonly user: string;
  readonly everyHours: number;
  readonly timeZone: string;
  /** Triggers made by a trigger run never fire (platform 4.3). */
  readonly disabled: boolean;
  nextRunAt: number;
}

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
  readonly outbox: SentMail[] = [];
  triggers: StoredTrigger[] = [];
  protections: StoredProtection[] = [];
  validations: StoredValidation[] = [];
  readonly conditionalRules = new Map<string, readonly object[]>();
  readonly notes = new Map<string, string>();
  readonly filters = new Map<string, Block>();
  readonly properties = new Map<string, Map<string, string>>();
  readonly caches = new Map<string, Map<string, { text: string; expiresAt: number }>>();
  /** Lock name -> who holds it: an execution, or a test. */
  readonly locks = new Map<string, object>();
  readonly editor: {
    menu: MenuItem[];
    sidebar: EditorState['sidebar'];
    toasts: EditorState['toasts'][number][];
    alerts: string[];
  } = {
    menu: [],
    sidebar: null,
    toasts: [],
    alerts: [],
  };
  readonly mailAllowance: Allowance;
  readonly propertyAllowance: Allowance;
  readonly mailBodyLimit: number;
  private serial = 0;

  /** @param owner of the spreadsheet: always may edit. */
  constructor(
    readonly owner: string,
    account: 'workspace' | 'consumer',
  ) {
    const workspace = account === 'workspace';
    this.mailAllowance = new Allowance(workspace ? 1500 : 100);
    this.propertyAllowance = new Allowance(workspace ? 500_000 : 50_000);
    this.mailBodyLimit = (workspace ? 400 : 200) * 1024;
  }

  nextSerial(): number {
    return ++this.serial;
  }
}
