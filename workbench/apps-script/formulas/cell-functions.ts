import type { FunctionVariantType } from '@univerjs/engine-formula';
import type { CustomFunction } from '../api.js';
import type { LoadedRealm, Scripts } from '../runtime/scripts.js';
import type { RealmFactory } from '../runtime/realm.js';
import type { UniverKit } from '../storage/kit.js';
import { argumentOf } from './arguments.js';
import { registerFunctions } from './register.js';
import { resultOf } from './results.js';

/** The script's functions in cells: every pass of recalculation has its own realm, shared by the pass's calls. */
export class CellFunctions {
  private loaded: LoadedRealm | null = null;
  private readonly errors = new Map<string, string>();

  constructor(
    private readonly kit: UniverKit,
    private readonly scripts: Scripts,
    private readonly realms: RealmFactory,
    private readonly locale: string,
    functions: readonly CustomFunction[],
    /** Whoever is at the keyboard, and when. */
    private readonly present: () => { user: string; now: number },
  ) {
    scripts.workbook.calculation.onStart = () => {
      this.drop();
    };
    registerFunctions(
      kit,
      scripts.workbook.injector,
      functions,
      (name, variants) => this.evaluate(name, variants),
      (sheetId, row, column, message) => {
        const key = `${sheetId} ${String(row)} ${String(column)}`;
        if (message === null) this.errors.delete(key);
        else this.errors.set(key, message);
      },
    );
  }

  errorAt(sheetId: string, row: number, column: number): string | null {
    return this.errors.get(`${sheetId} ${String(row)} ${String(column)}`) ?? null;
  }

  drop(): void {
    this.loaded?.realm.dispose();
    this.loaded = null;
  }

  private evaluate(functionName: string, variants: readonly FunctionVariantType[]) {
    const { user, now } = this.present();
    const request = { kind: 'customFunction', functionName, args: [], user, startedAt: now } as const;
    const { workbook, zone } = this.scripts;
    const fresh = this.loaded === null;
    const realm = this.loaded?.realm ?? this.realms();
    const execution = this.scripts.begin(request, realm, this.loaded?.Date);
    this.loaded ??= { realm, Date: execution.nativeDate };
    const make = { Array: realm.global.Array, Date: execution.nativeDate };
    const args = variants.map((variant) => argumentOf(variant, workbook, zone, make));
    try {
      const value = this.scripts.call(execution, { ...request, args }, () => {
        if (fresh) realm.load();
      });
      if (execution.termination) throw execution.termination;
      return resultOf(value, { kit: this.kit, zone, locale: this.locale });
    } catch (error) {
      throw execution.termination ?? error;
    } finally {
      this.scripts.release(execution);
    }
  }
}
