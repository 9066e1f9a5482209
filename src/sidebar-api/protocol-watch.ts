import type { ShownDay } from './protocol.js';

/** What the sidebar asks and gets about alerts, handoffs and the rehearsal of the watch. Sentences come as they are shown. */

export type AlertState = 'open' | 'acknowledged' | 'snoozed' | 'resolved';

export interface AlertView {
  readonly key: string;
  /** The account, or else the subject, as its cell has it. */
  readonly name: string;
  /** `Momentum decay since Mon 4 May: usage, open`. */
  readonly about: string;
  /** What happened, with its numbers; one fact a line. */
  readonly facts: readonly string[];
  /** ARR at risk, priority, owner, step of the ladder, next step, and who set its state until when and why. */
  readonly standing: readonly string[];
  /** What happened to it, oldest first: opened, messages that went out, states. */
  readonly history: readonly string[];
  readonly state: AlertState;
  /** Whether it is open and this person owns it or was told of it. */
  readonly needsMe: boolean;
  /** Whether this person may acknowledge, snooze or resolve it, and it is not over. */
  readonly mayAct: boolean;
  /** Opens the sheet at its row. */
  readonly link: string;
}

export interface AlertsView {
  /** The answer, in one sentence. */
  readonly title: string;
  /** What needs the person, the others that are open, those that wait, each by priority; then those resolved in the last four weeks. */
  readonly alerts: readonly AlertView[];
  /** Messages that could not go out yet, and why; "" when none waits. */
  readonly waiting: string;
  /** Names of accounts, to choose from. */
  readonly accounts: readonly string[];
  /** Weeks that were judged, newest first. */
  readonly weeks: readonly ShownDay[];
  /** The day until which a snooze lasts unless it is said otherwise, and the last one that it may: ISO 8601. */
  readonly snooze: { readonly standard: string; readonly latest: string };
  readonly handoffs: readonly HandoffView[];
}

/** The five fields of a handoff. */
export interface HandoffFields {
  readonly commitmentsMade: string;
  readonly expansionPotential: string;
  readonly keyStakeholder: string;
  readonly successCriteria: string;
  readonly riskFlags: string;
}

export interface HandoffView {
  readonly account: string;
  readonly closed: ShownDay;
  /** What it lacks and until when, or that it is complete; and who signed. */
  readonly about: string;
  readonly fields: HandoffFields;
  readonly quality: 'complete' | 'thin' | 'missing' | '';
  /** Whether this person may change the five fields, and judge the quality and note the customer's agreement. */
  readonly mayEdit: boolean;
  readonly mayJudge: boolean;
  /** What this person would sign as and has not: `the AE`; "" where there is nothing to sign. */
  readonly signsAs: string;
  readonly hasCustomerSigned: boolean;
}

/** Why there was, or was no, mail about an account in a week. */
export interface WhyView {
  /** Which account and week it is about. */
  readonly title: string;
  /** A sentence each, the newest first. */
  readonly answers: readonly string[];
}

/** What the watch would have done in past weeks. */
export interface RehearsalView {
  readonly weeks: readonly { readonly week: ShownDay; readonly mails: number; readonly alerts: number }[];
  /** What came of it, a sentence each: mails in all, churns caught and how early, false alarms, and how far that can be relied on. */
  readonly sentences: readonly string[];
  /** `Ana Ruiz: 12 mails, 3 in the fullest week`. */
  readonly people: readonly string[];
  /** `Momentum decay: 4 alerts`; one that is off now says so. */
  readonly triggers: readonly string[];
}

/** The calls about the watch. */
export interface WatchCalls {
  alerts: { request: Record<string, never>; value: AlertsView };
  actOnAlert: {
    request: {
      readonly key: string;
      readonly seenState: AlertState;
      readonly action: 'acknowledge' | 'snooze' | 'resolve';
      /** Required to snooze and to resolve. */
      readonly reason: string;
      /** ISO day; only to snooze, at most 14 days ahead. */
      readonly until: string;
    };
    value: AlertsView;
  };
  why: { request: { readonly account: string; readonly week: string }; value: WhyView };
  rehearse: { request: { readonly weeks: number }; value: RehearsalView };
  saveHandoff: {
    request: {
      readonly account: string;
      /** ISO day of the close. */
      readonly closed: string;
      readonly fields: HandoffFields;
      /** The fields as they were when the person began to type; null for a new one. */
      readonly seen: HandoffFields | null;
      readonly quality: HandoffView['quality'];
      readonly sign: boolean;
      readonly customerSigned: boolean;
      /** Whether each line of the commitments made becomes a row of Commitments; one that did already does not again. */
      readonly commit: boolean;
    };
    value: AlertsView;
  };
}
