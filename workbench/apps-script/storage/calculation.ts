import type { ICommandService, Injector } from '@univerjs/core';
import type { UniverKit } from './kit.js';
import { Spills } from './spills.js';
import type { DirtyRange, SpillRanges } from './spills.js';

const NO_PASS_AFTER_MS = 500;

const NOTHING = {
  forceCalculation: false,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

/** A change of style alone starts no pass, so waiting for one would never end. */
const STYLE_TRIGGERS = new Set([
  'sheet.command.set-style',
  'sheet.command.set-border',
  'sheet.command.clear-selection-format',
]);

/**
 * Follows Univer's recalculation, which starts a tenth of a second after the last change and runs on its own; in a
 * page it starts only once the grid has been drawn.
 */
export class Calculation {
  /** Called when a pass begins: the functions' realm of the pass before is dropped. */
  onStart: () => void = () => undefined;
  private readonly session;
  private readonly subscriptions: { dispose(): void }[];
  private outOfDate = true;
  private asked = false;
  private readonly waiting: (() => void)[] = [];
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(kit: UniverKit, injector: Injector) {
    const commands: ICommandService = injector.get(kit.core.ICommandService);
    const dirty = injector.get(kit.sheets.IActiveDirtyManagerService);
    const { SetFormulaCalculationStartMutation: start, SetTriggerFormulaCalculationStartMutation: again } = kit.sheets;
    this.session = injector.get(kit.sheets.FormulaCalculationSessionService);
    const spills = new Spills();
    const recalculate = (what: { forceCalculation: true } | { dirtyRanges: readonly DirtyRange[] }) => {
      this.fallBehind();
      void commands.executeCommand(again.id, { ...NOTHING, ...what }, { onlyLocal: true });
    };
    const listener = commands.onCommandExecuted(({ id, params }, options) => {
      if (id === start.id) {
        this.outOfDate = false;
        clearTimeout(this.patience);
        this.onStart();
        return;
      }
      if (id === kit.sheets.SetArrayFormulaDataMutation.id) {
        const dirtyRanges = spills.vacated((params as { arrayFormulaRange: SpillRanges }).arrayFormulaRange);
        if (dirtyRanges.length > 0) recalculate({ dirtyRanges });
        return;
      }
      const trigger = (params as { trigger?: string } | undefined)?.trigger;
      if (options?.onlyLocal || (trigger !== undefined && STYLE_TRIGGERS.has(trigger))) return;
      if (dirty.get(id)) this.fallBehind();
    });
    const states = this.session.state$.subscribe(({ initialized }) => {
      if (initialized && !this.asked) {
        this.asked = true;
        // The first pass of Univer's own leaves cells alone that were saved with a value.
        recalculate({ forceCalculation: true });
      }
      // Later, because a pass that was stopped starts again within the same task.
      setTimeout(() => {
        this.settle();
      }, 0);
    });
    this.subscriptions = [
      listener,
      {
        dispose: () => {
          states.unsubscribe();
        },
      },
    ];
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.outOfDate) this.fallBehind();
      this.settle();
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    clearTimeout(this.patience);
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Something changed; Univer may find that it concerns no formula, and then starts no pass. */
  private fallBehind(): void {
    this.outOfDate = true;
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      if (this.session.state.initialized) this.outOfDate = false;
      else this.fallBehind();
      this.settle();
    }, NO_PASS_AFTER_MS);
  }

  private get running(): boolean {
    const { started, resultApplied, stopped, completed, resultEmitted } = this.session.state;
    return started && !(resultApplied && (stopped || completed || resultEmitted));
  }

  private settle(): void {
    if (this.outOfDate || this.running) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
