import { expect } from 'vitest';
import type { SentMail } from '../../../workbench/apps-script/api.js';
import { TEAM_ZONE, ZONES } from './book.js';
import { wallIn } from './calendar.js';
import { isSilenced, STEP, type Model } from './model.js';

export interface AlertRow {
  readonly key: string;
  readonly state: string;
  readonly owner: string;
  readonly level: number;
  readonly isClearing: boolean;
}

export interface NoticeRow {
  readonly id: string;
  readonly alerts: string;
  readonly recipient: string;
  readonly state: string;
  readonly attempts: number;
}

/** What went out so far, as its recipients saw it. */
export interface History {
  cuts: number;
  doubled: number;
  readonly sentIds: Set<string>;
  /** What was told: recipient, key and step. */
  readonly told: Set<string>;
  /** By key and step: when it went out, to whomever. */
  readonly steps: Map<string, number[]>;
  /** By recipient and key: when any step went out. */
  readonly moments: Map<string, number[]>;
}

export const newHistory = (): History => ({
  cuts: 0,
  doubled: 0,
  sentIds: new Set(),
  told: new Set(),
  steps: new Map(),
  moments: new Map(),
});

interface Line {
  readonly key: string;
  readonly level: number;
}

/** What a notice tells of, without the lines that were taken out. */
function linesOf({ alerts }: NoticeRow): Line[] {
  return alerts.split('\n').flatMap((line) => {
    const [, key = '', level = '0', dropped] = /^(.*?)(?: @(\d))?( dropped)?$/.exec(line) ?? [];
    return dropped ? [] : [{ key, level: Number(level) }];
  });
}

function note(moments: Map<string, number[]>, of: string, at: number): void {
  moments.set(of, [...(moments.get(of) ?? []), at]);
}

/** No step comes before the one below it, or sooner than it may; earlier ones that were refused may come later. */
function checkStep(
  { key, level }: Line,
  { to, sentAt }: SentMail,
  { steps, moments }: History,
  isAgain: boolean,
): void {
  const step = `${key} @${String(level)}`;
  if (level > 1 && !steps.has(step)) {
    const below = (steps.get(`${key} @${String(level - 1)}`) ?? []).filter((at) => at !== sentAt);
    expect(below.length, `${step} without the step below it`).toBeGreaterThan(0);
    expect(sentAt - Math.max(...below), `${step} too soon`).toBeGreaterThanOrEqual(STEP);
  }
  const own = `${to} | ${key}`;
  if (!isAgain) expect(moments.get(own) ?? [], `two steps at once: ${own}`).not.toContain(sentAt);
  note(steps, step, sentAt);
  note(moments, own, sentAt);
}

/** Every invariant of a message that went out; messages about the watch itself have no notice. */
export function checkMail(mail: SentMail, notices: readonly NoticeRow[], history: History, model: Model): void {
  if (/Trouble|stands still/.test(mail.subject)) return;
  const { to, sentAt, subject, body } = mail;
  const id = /^.*Notice.*?(\d{4}-\d\d-\d\d \S+@\S+ \d+)/m.exec(body)?.[1] ?? '';
  const notice = notices.find((one) => one.id === id);
  expect(notice, `"${subject}" has the notice ${id}, written ahead`).toMatchObject({ recipient: to });
  if (!notice) return;
  // Without Team nobody has a zone of their own.
  const zone = model.renamed.has('Team') ? undefined : ZONES[to];
  const { weekday, hour } = wallIn(zone ?? TEAM_ZONE, sentAt);
  expect(
    weekday <= 5 && hour >= 8 && hour < 18,
    `"${subject}" to ${to} on day ${String(weekday)} at ${String(hour)}`,
  ).toBe(true);
  // A cut between a message and its mark leaves nobody who knows that it went: it may come again, under the same id or a new one.
  const lines = linesOf(notice).map((line) => ({ line, told: `${to} | ${line.key} @${String(line.level)}` }));
  const isAgain = history.sentIds.has(id) || lines.some(({ told }) => history.told.has(told));
  if (isAgain) {
    history.doubled++;
    expect(history.doubled, `"${subject}" twice`).toBeLessThanOrEqual(history.cuts);
  }
  history.sentIds.add(id);
  for (const { line, told } of lines) {
    history.told.add(told);
    expect(isSilenced(model, line.key, sentAt), `silenced: ${told}`).toBe(false);
    checkStep(line, mail, history, isAgain);
  }
}
