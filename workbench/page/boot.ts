import type { EmulatorOptions, PlatformState } from '../apps-script/api.js';
import { createPageEmulator } from '../apps-script/page.js';
import type { Book } from '../book.js';
import { sampleBook, sampleNow, sampleUser } from '../sample/sample-book.js';
import { autosave } from './autosave.js';
import { watchCellErrors } from './cell-errors.js';
import { describeFunctions } from './formula-help.js';
import { createGrid } from './grid.js';
import { Session } from './session.js';
import { messageOf } from './text.js';

const QUIET_MS = 1000;

/** What this browser keeps between visits. */
interface SavedState {
  readonly book: Book;
  readonly now: number;
  readonly user: string;
  readonly state?: PlatformState;
  readonly openedMails: readonly number[];
}

/** Opens the workbook that this browser kept, or else the sample, with the add-on installed. */
export async function openSession(container: HTMLElement): Promise<Session> {
  const [files, saved] = await Promise.all([addOnFiles(), autosave.load<SavedState>()]);
  const state: SavedState = saved ?? {
    book: sampleBook(),
    now: sampleNow,
    user: sampleUser,
    openedMails: [],
  };
  const grid = createGrid(container);
  const emulator = createPageEmulator({ ...state, owner: sampleUser, files, univerAPI: grid.api });
  grid.dress();
  describeFunctions(grid.univer, emulator.customFunctions);
  let stopSaving: () => void = () => undefined;
  const session = new Session(emulator, grid, {
    ...state,
    startAgain: async (from) => {
      stopSaving();
      await autosave.clear();
      if (from === 'empty') await autosave.save(emptyState());
      location.reload();
    },
  });
  session.open();
  watchCellErrors(session);
  showCalculating(session);
  stopSaving = keepSaved(session);
  return session;
}

/** A workbook with nothing in it, now and here. */
function emptyState(): SavedState {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const book = { name: 'Untitled workbook', timeZone, locale: 'en_US', sheets: [{ name: 'Sheet1', rows: [] }] };
  return { book, now: Date.now(), user: 'you@example.com', openedMails: [] };
}

/** The page is there before its formulas have their values. */
function showCalculating(session: Session): void {
  const shown = 'Calculating…';
  session.say('note', shown);
  void session.emulator.calculated().then(() => {
    if (session.status.text === shown) session.say('note', '');
  });
}

/** Saves a moment after the last change, and at once when the page is left. Answers how to stop it. */
function keepSaved(session: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changes = 0;
  let kept = 0;
  let stopped = false;
  const mark = (saved: boolean) => {
    if (session.saved === saved) return;
    session.saved = saved;
    session.changed();
  };
  const save = async () => {
    clearTimeout(timer);
    const saving = changes;
    try {
      await autosave.save(stateOf(session));
      kept = saving;
      mark(kept === changes);
    } catch (problem) {
      session.say('problem', `Autosave: ${messageOf(problem)}; export to keep your work`);
    }
  };
  const soon = () => {
    if (stopped) return;
    changes += 1;
    mark(false);
    clearTimeout(timer);
    timer = setTimeout(() => void save(), QUIET_MS);
  };
  session.grid.onEdit(soon);
  let known = beyondCells(session);
  session.subscribe(() => {
    const now = beyondCells(session);
    if (now !== known) soon();
    known = now;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && kept < changes && !stopped) void save();
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

function stateOf({ emulator, openedMails }: Session): SavedState {
  const { now, user } = emulator;
  return { book: emulator.save(), state: emulator.saveState(), now, user, openedMails: [...openedMails] };
}

/** Differs whenever something is worth saving that is not in a cell. */
const beyondCells = ({ emulator, openedMails }: Session): string =>
  // Whatever else the platform keeps changes in a run.
  [emulator.now, emulator.user, emulator.executions.length, openedMails.size].join(' ');

async function addOnFiles(): Promise<EmulatorOptions['files']> {
  const text = async (name: string) => {
    const response = await fetch(`dist/${name}`);
    if (!response.ok) throw new Error(`Workbench: dist/${name} is not served; build the add-on first`);
    return response.text();
  };
  const [code, sidebar, manifest] = await Promise.all([text('Code.js'), text('sidebar.html'), text('appsscript.json')]);
  return { code, sidebar, manifest };
}
