import { actOnAlert } from './act-on-alert.js';
import { alerts } from './alerts.js';
import { confirmSetup } from './confirm-setup.js';
import { formulas } from './formulas.js';
import { guidance } from './guidance.js';
import { saveHandoff } from './handoffs-save.js';
import { handoffs } from './handoffs-view.js';
import { home } from './home.js';
import { insertFormula } from './insert-formula.js';
import { lintObjective } from './lint-objective.js';
import { objectives } from './objectives.js';
import { proposeSetup } from './propose-setup.js';
import type { CallName, Calls, RefusalCode, Reply } from './protocol.js';
import { readName, readObject, refuse } from './read-request.js';
import { Refusal, REFUSAL_TITLES } from './refusal.js';
import { rehearse } from './rehearse.js';
import { review } from './review.js';
import { saveAccountReview } from './save-account-review.js';
import { saveCheckIn } from './save-check-in.js';
import { saveInitiative } from './save-initiative.js';
import { saveObjective } from './save-objective.js';
import { saveReview } from './save-review.js';
import { saveSetting } from './save-setting.js';
import { settings } from './settings.js';
import { sourceValue } from './source-value.js';
import { switchWatch } from './switch-watch.js';
import { teamWeek } from './team-week.js';
import { templates } from './templates.js';
import { why } from './why.js';

const LONGEST_REQUEST = 500_000;

type Handlers = { readonly [Name in CallName]: (request: Readonly<Record<string, unknown>>) => Calls[Name]['value'] };

const HANDLERS: Handlers = {
  ...{ home, proposeSetup, confirmSetup, switchWatch, saveCheckIn, guidance, formulas, insertFormula },
  ...{ objectives, templates, lintObjective, saveObjective, saveInitiative, sourceValue },
  ...{ teamWeek, saveAccountReview, review, saveReview, settings, saveSetting },
  ...{ alerts, actOnAlert, why, rehearse, handoffs, saveHandoff },
};

function parse(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > LONGEST_REQUEST)
    return refuse('The request', typeof text, 'send JSON text');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('The request', text, 'send JSON text');
  }
}

function isCallName(name: string): name is CallName {
  return Object.prototype.hasOwnProperty.call(HANDLERS, name);
}

function refused(code: RefusalCode, message: string): Reply<never> {
  return { ok: false, code, title: REFUSAL_TITLES[code], message };
}

function answer(text: unknown): Reply<unknown> {
  try {
    const request = readObject(parse(text), 'The request');
    const call = readName(request['call'], 'call', 40);
    if (!isCallName(call))
      return refuse('call', call, 'it is not known; reload the spreadsheet to get the newest sidebar');
    return { ok: true, value: HANDLERS[call](readObject(request['args'], 'args')) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    const reason = (error instanceof Error ? error.message : String(error))
      .replace(/^Exception: /, '')
      .replace(/\.$/, '');
    if (/authorization is required|permissions? (is|are) not sufficient|do not have permission/i.test(reason)) {
      return refused(
        'not allowed',
        `Google did not allow it: ${reason}. Open Bellwether again from the Extensions menu and allow what it asks for`,
      );
    }
    return refused('unexpected', `${reason}. Try again; if it stays, reload the spreadsheet`);
  }
}

/**
 * Answers one call of the sidebar. Anybody who can open the sidebar can send anything, so each request is checked here:
 * its shape, its size and whether this person may do it.
 *
 * @param text JSON: `{"call": name, "args": {...}}`.
 * @returns JSON: `{"ok": true, "value": ...}` or `{"ok": false, "code": ..., "title": ..., "message": ...}`; it never throws.
 */
export function callFromSidebar(text: unknown): string {
  return JSON.stringify(answer(text));
}
