import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { MenuItem } from '../api.js';
import type { ServiceContext } from './context.js';
import { outputBehind } from './html.js';
import { mismatch } from './signature.js';

const BUTTONS = { OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO', CLOSE: 'CLOSE' };
const BUTTON_SETS = { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' };

/** The open editor: menus and sidebar are kept for the page to show; an alert is noted and answered with OK. */
export function uiService(context: ServiceContext): object {
  const { editor, locks } = context.platform;
  return strict(context.execution, 'Ui', {
    createMenu: () => menuBuilder(context),
    createAddonMenu: () => menuBuilder(context),
    alert: (...args: unknown[]) => {
      const texts = args.filter((arg, index) => index === 0 || !(String(arg) in BUTTON_SETS));
      editor.alerts.push(texts.map(String).join('\n'));
      // The script is suspended meanwhile, and its locks do not survive that (platform 3.10).
      for (const [name, holder] of locks) if (holder === context.execution) locks.delete(name);
      return BUTTONS.OK;
    },
    showSidebar: (output: unknown) => {
      const html = outputBehind(output);
      if (!html) throw mismatch('Ui.showSidebar', [output]);
      editor.sidebar = { title: html.title, html: html.content };
    },
    showModalDialog: (output: unknown, title: unknown) => {
      const html = outputBehind(output);
      if (!html || typeof title !== 'string') throw mismatch('Ui.showModalDialog', [output, title]);
      editor.dialog = { title, html: html.content };
    },
    Button: BUTTONS,
    ButtonSet: BUTTON_SETS,
  } satisfies Members<GoogleAppsScript.Base.Ui>);
}

function menuBuilder(context: ServiceContext): object {
  const items: MenuItem[] = [];
  const menu: object = strict(context.execution, 'Menu', {
    addItem: (caption: unknown, functionName: unknown) => {
      if (typeof caption !== 'string' || typeof functionName !== 'string')
        throw mismatch('Menu.addItem', [caption, functionName]);
      if (caption === '') throw new ServiceException('Menu.addItem needs a caption');
      items.push({ caption, functionName });
      return menu;
    },
    addSeparator: () => {
      items.push({ caption: '', functionName: null });
      return menu;
    },
    addToUi: () => {
      context.platform.editor.menu = [...items];
    },
  } satisfies Members<GoogleAppsScript.Base.Menu>);
  return menu;
}
