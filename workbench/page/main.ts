import type { Emulator } from '../apps-script/api.js';
import { openSession } from './boot.js';
import { messageOf } from './text.js';
import { mount } from './views/app.js';

declare global {
  interface Window {
    /** For tests and for the curious at the console. */
    workbench: { emulator?: Emulator; ready: Promise<void> };
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Workbench: the page has no element "${id}"`);
  return found;
}

async function start(): Promise<void> {
  const top = element('top');
  try {
    const session = await openSession(element('grid'));
    window.workbench.emulator = session.emulator;
    mount(session, { page: element('page'), top, side: element('side'), foot: element('foot') });
  } catch (problem) {
    top.textContent = `The workbench cannot open. ${messageOf(problem)}`;
    throw problem;
  }
}

window.workbench = { ready: start() };
