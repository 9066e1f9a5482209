import type { ICommandService, IDisposable, Injector } from '@univerjs/core';
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

/** Follows Univer's recalculation, which starts a tenth of a second after the last change and runs on its own. */
export class Calculation {
  /** Called when a pass begins: the functions' realm of the pass before is dropped. */
  onStart: () => void = () => undefined;
  private readonly commands: ICommandService;
  private readonly subscription: IDisposable;
  private outOfDate = true;
  private running = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly kit: UniverKit,
    injector: Injector,
  ) {
    this.commands = injector.get(kit.core.ICommandService);
    const dirty = injector.get(kit.sheets.IActiveDirtyManagerService);
    const { SetFormulaCalculationStartMutation: start, SetFormulaCalculationNotificationMutation: end } = kit.sheets;
    this.subscription = this.commands.onCommandExecuted((command, options) => {
      if (command.id === start.id) {
        this.outOfDate = false;
        this.running = true;
        this.onStart();
      } else if (command.id === end.id) {
        const state = (command.params as { functionsExecutedState?: number }).functionsExecutedState;
        if (state === undefined) return;
        this.running = false;
        // Queued, because a stopped pass starts again within this very notification.
        queueMicrotask(() => {
          this.settle();
        });
      } else if (!options?.onlyLocal && dirty.get(command.id)) this.outOfDate = true;
    });
  }

  /** Recalculates every formula. */
  everything(): void {
    this.outOfDate = true;
    void this.commands.executeCommand(this.kit.sheets.SetTriggerFormulaCalculationStartMutation.id, EVERYTHING, {
      onlyLocal: true,
    });
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.settle();
      // A change of style alone starts no pass, so waiting for one would never end.
      if (this.outOfDate)
        setTimeout(() => {
          this.giveUpWaiting();
        }, NO_PASS_AFTER_MS);
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private giveUpWaiting(): void {
    if (this.running) return;
    this.outOfDate = false;
    this.settle();
  }

  private settle(): void {
    if (this.outOfDate || this.running) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
