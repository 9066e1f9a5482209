import type { ICommandService, Injector } from '@univerjs/core';
import type { UniverKit } from './kit.js';

const NO_PASS_AFTER_MS = 500;

const EVERYTHING = {
  forceCalculation: true,
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

  constructor(kit: UniverKit, injector: Injector) {
    const commands: ICommandService = injector.get(kit.core.ICommandService);
    const dirty = injector.get(kit.sheets.IActiveDirtyManagerService);
    const { SetFormulaCalculationStartMutation: start, SetTriggerFormulaCalculationStartMutation: everything } =
      kit.sheets;
    this.session = injector.get(kit.sheets.FormulaCalculationSessionService);
    const listener = commands.onCommandExecuted(({ id, params }, options) => {
      if (id === start.id) {
        this.outOfDate = false;
        this.onStart();
        return;
      }
      const trigger = (params as { trigger?: string } | undefined)?.trigger;
      if (options?.onlyLocal || (trigger !== undefined && STYLE_TRIGGERS.has(trigger))) return;
      if (dirty.get(id)) this.outOfDate = true;
    });
    const states = this.session.state$.subscribe(({ initialized }) => {
      if (initialized && !this.asked) {
        this.asked = true;
        // The first pass of Univer's own leaves cells alone that were saved with a value.
        void commands.executeCommand(everything.id, EVERYTHING, { onlyLocal: true });
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
      this.settle();
      if (this.outOfDate) this.watch();
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Univer may find that a change concerns no formula, and then starts no pass. */
  private watch(): void {
    setTimeout(() => {
      if (this.waiting.length === 0) return;
      if (!this.session.state.initialized) {
        this.watch();
        return;
      }
      this.outOfDate = false;
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
