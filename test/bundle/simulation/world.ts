import { expect } from 'vitest';
import type { Emulator, SentMail, ServiceCall } from '../../../workbench/apps-script/api.js';
import type { Book, BookCell } from '../../../workbench/book.js';
import { OPS, OTHER, recordsOf, startBook, TEAM_ZONE, teamTabs, withState } from './book.js';
import { isoOf, wallIn } from './calendar.js';
import { checkMail, newHistory, type AlertRow, type History, type NoticeRow } from './history.js';
import { judgedWeek, type ByHand, type Model } from './model.js';
import { checkAlerts } from './checks.js';

/** What goes wrong, and what a person does, while a tick runs. */
export interface Mishap {
  /** The service call at which the run is killed. */
  readonly cut?: number | undefined;
  /** The service call at which a second tick starts, under another person's trigger. */
  readonly overlap?: number | undefined;
  readonly mail?: 'all refused' | 'first refused' | undefined;
}

/** What all runs together went through; docs/reliability.md gives these figures. */
export const figures = {
  ...{ runs: 0, ticks: 0, cuts: 0, overlaps: 0, mails: 0, refused: 0, doubled: 0, lost: 0, mostCalls: 0 },
  commands: new Map<string, number>(),
};

/** The real thing: the built add-on in its emulator, and what was seen of it so far. */
export class World {
  emulated: Emulator;
  readonly history: History = newHistory();
  private readMails = 0;
  private alertRows: readonly AlertRow[] = [];

  constructor(readonly model: Model) {
    this.emulated = startBook(model);
  }

  get now(): number {
    return this.emulated.now;
  }

  get alerts(): readonly AlertRow[] {
    return this.alertRows;
  }

  setClock(at: number): void {
    this.emulated.setClock(at);
    this.model.latest = Math.max(this.model.latest, at);
  }

  /** Lets a person do something to the workbook through a function of the script. */
  byHand(helper: string, ...args: readonly unknown[]): void {
    expect(this.emulated.run(helper, 'menu', ...args).error).toBeUndefined();
  }

  has(tab: string): boolean {
    return this.emulated.save().sheets.some(({ name }) => name === tab);
  }

  /** Types what the model says into one of the team's tabs. */
  put(tab: string): void {
    if (!this.model.renamed.has(tab)) this.byHand('handPut', tab, teamTabs(this.model)[tab]);
  }

  /** Uses up the mail quota of whoever the watch runs under. */
  useUpQuota(): void {
    this.emulated = withState(this.emulated, (state) => {
      return { ...state, mailUses: { [OPS]: { startedAt: this.now, used: 1500 } } };
    });
  }

  /** Types a state into the row of an alert; what the model remembers is another matter. */
  say(key: string, state: ByHand['state'] | 'open', until: number | null): void {
    const rows = this.emulated.save().sheets.find(({ name }) => name === 'Alerts')?.rows ?? [];
    const header = rows[0] ?? [];
    const row = rows.findIndex((cells) => cells[header.indexOf('Key')] === key) + 1;
    const cellOf = (column: string): string => {
      return `Alerts!${String.fromCharCode(65 + header.indexOf(column))}${String(row)}`;
    };
    this.emulated.type(cellOf('State'), state);
    if (until !== null) this.emulated.type(cellOf('Snoozed until'), isoOf(until));
    if (state === 'resolved') this.emulated.type(cellOf('Reason'), 'known and accepted');
  }

  /** One tick with what goes wrong in it, and every invariant afterwards. */
  tick({ cut, overlap, mail }: Mishap = {}): void {
    const { emulated, model } = this;
    const before = this.alertRows;
    const readable = [...model.renamed].every((tab) => tab === 'Decisions');
    let [isInner, isKilled, refusals] = [false, false, 0];
    emulated.onServiceCall = (call: ServiceCall) => {
      if (call.name === 'MailApp.sendEmail' && (mail === 'all refused' || (mail && refusals === 0))) {
        refusals++;
        call.fail('Service error: Mail');
      }
      if (isInner) return;
      if (call.index === cut) {
        isKilled = true;
        call.kill();
      }
      if (call.index !== overlap) return;
      isInner = true;
      emulated.user = OTHER;
      expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
      emulated.user = OPS;
      isInner = false;
      figures.overlaps++;
    };
    const run = emulated.run('tick', 'clockTrigger');
    emulated.onServiceCall = null;
    expect(run.error?.message).toBe(isKilled ? 'The run was killed' : undefined);
    this.history.cuts += isKilled ? 1 : 0;
    const week = judgedWeek(this.now);
    model.isCutOff = isKilled;
    if (isKilled) {
      model.maybeScanned = Math.max(model.maybeScanned, week);
      model.maybeSince = Math.max(model.maybeSince, this.now);
    } else {
      model.watchedSince ??= Math.max(this.now, model.maybeSince);
      model.scanned = Math.max(model.scanned, week);
    }
    figures.ticks++;
    figures.refused += refusals;
    figures.mostCalls = Math.max(
      figures.mostCalls,
      run.serviceCallCount - 2 * (run.serviceCalls['MailApp.sendEmail'] ?? 0),
    );
    const book = emulated.save();
    this.read(book);
    checkAlerts(model, before, this.alertRows, { now: this.now, isWhole: !isKilled && readable });
  }

  /**
   * Ticks once more at the same moment: nothing may change, but for what follows from a message that had been refused and has just gone
   * out: when its alert climbs, and that it is no problem any more.
   */
  tickAgain(): void {
    const [before, mails] = [this.lastingRows(), this.emulated.outbox.length];
    expect(this.emulated.run('tick', 'clockTrigger').error).toBeUndefined();
    expect(this.emulated.outbox).toHaveLength(mails);
    expect(this.lastingRows()).toEqual(before);
  }

  private lastingRows(): Readonly<Record<string, readonly (readonly BookCell[])[]>> {
    const sheets = this.emulated.save().sheets.filter(({ name }) => name !== 'Problems');
    return Object.fromEntries(
      sheets.map(({ name, rows }) => {
        const column = name === 'Alerts' ? (rows[0]?.indexOf('Next step at') ?? -1) : -1;
        return [name, rows.map((cells) => cells.filter((_, i) => i !== column))];
      }),
    );
  }

  tickTwice(): void {
    this.tick();
    this.tickAgain();
  }

  notices(book: Book = this.emulated.save()): readonly NoticeRow[] {
    return recordsOf(book, 'Notices').flatMap((row): NoticeRow[] => {
      const { Id = '', Alerts = '', Recipient = '', State = '', Attempts = '' } = row;
      return Id === ''
        ? []
        : [{ id: Id, alerts: Alerts, recipient: Recipient, state: State, attempts: Number(Attempts) }];
    });
  }

  private read(book: Book): void {
    const { outbox } = this.emulated;
    const news: readonly SentMail[] = outbox.slice(this.readMails);
    this.readMails = outbox.length;
    const notices = news.length > 0 ? this.notices(book) : [];
    for (const mail of news) checkMail(mail, notices, this.history, this.model);
    if (!book.sheets.some(({ name }) => name === 'Alerts')) return;
    this.alertRows = recordsOf(book, 'Alerts').flatMap((row): AlertRow[] => {
      const { Key = '', State = '', Owner = '', Level = '' } = row;
      const clearSince = row['Clear since'] ?? '';
      return Key === ''
        ? []
        : [{ key: Key, state: State, owner: Owner, level: Number(Level), isClearing: clearSince !== '' }];
    });
  }

  today(): number {
    return wallIn(TEAM_ZONE, this.now).day;
  }
}
