import { render, type ComponentChildren } from 'preact';
import { isImportable } from '../../files/import-files.js';
import type { Session } from '../session.js';
import { AlertDialog } from './alert-dialog.js';
import { ClockPanel } from './clock-panel.js';
import { droppedFiles } from './dropped-files.js';
import { OutboxPanel } from './outbox-panel.js';
import { nextRegion } from './regions.js';
import { ScriptDialog } from './script-dialog.js';
import { SidebarFrame } from './sidebar-frame.js';
import { StatusLine } from './status-line.js';
import { Toasts } from './toasts.js';
import { TopBar } from './top-bar.js';
import { SessionContext, useSession } from './use-session.js';

/** Where the page has its parts. The grid among them is Univer's alone, so they are rendered one by one around it. */
interface Places {
  readonly page: HTMLElement;
  readonly top: HTMLElement;
  readonly side: HTMLElement;
  readonly foot: HTMLElement;
}

/** Renders everything around the grid, and listens to what concerns the whole page. */
export function mount(session: Session, { page, top, side, foot }: Places): void {
  const place = (element: HTMLElement, content: ComponentChildren) => {
    element.replaceChildren();
    render(<SessionContext.Provider value={session}>{content}</SessionContext.Provider>, element);
  };
  place(top, <TopBar />);
  place(side, <Side />);
  place(foot, <Foot />);

  // Before the grid, which keeps keys to itself.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    nextRegion(event.shiftKey);
  };
  addEventListener('keydown', onKey, true);

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const files = event.dataTransfer ? await droppedFiles(event.dataTransfer) : [];
    const tables = files.length > 1 ? files.filter(isImportable) : files;
    if (tables.length > 0) await session.importFiles(tables);
  };
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  page.addEventListener('drop', (event) => void drop(event));
}

function Side() {
  const { panel } = useSession();
  return (
    <>
      <SidebarFrame />
      {panel === 'clock' && <ClockPanel />}
      {panel === 'outbox' && <OutboxPanel />}
    </>
  );
}

function Foot() {
  return (
    <>
      <StatusLine />
      <Toasts />
      <AlertDialog />
      <ScriptDialog />
    </>
  );
}
