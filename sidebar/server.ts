import type { CallName, Calls, Reply } from '../src/sidebar-api/protocol.js';

/** The part of google.script.run that is used: every call returns at once and answers through a handler. */
interface Runner {
  withSuccessHandler(handler: (text: string | null) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  callFromSidebar(request: string): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** Why a call gave no value, in words for the person. */
export interface Failure {
  /** What went wrong. */
  readonly title: string;
  /** Why, and what to do now. */
  readonly message: string;
}

export type Answer<Value> = { readonly value: Value } | { readonly failure: Failure };

/** Puts the errors of the connection itself into words. */
function connectionFailure(text: string): Failure {
  if (/PERMISSION_DENIED|authorization is required/i.test(text)) {
    return {
      title: 'Google mixed up your accounts',
      message:
        'This browser is signed in to several Google accounts, and the sidebar was answered as another one. Open the spreadsheet in a browser profile or a private window with only this account, then open Bellwether again',
    };
  }
  if (/network|connection|offline|HTTP 0|timed? ?out/i.test(text)) {
    return {
      title: 'No answer from Google',
      message: 'The connection failed, so it is not known whether this was done. Try again: nothing is saved twice',
    };
  }
  return {
    title: 'That did not work',
    message: `Google answered: ${text}. Try again; if it stays, reload the spreadsheet`,
  };
}

/** Asks the server; resolves in any case. */
export function ask<Name extends CallName>(
  call: Name,
  args: Calls[Name]['request'],
): Promise<Answer<Calls[Name]['value']>> {
  return new Promise((resolve) => {
    google.script.run
      .withSuccessHandler((text) => {
        // The server answers every call with a Reply of that call.
        const reply = JSON.parse(text ?? 'null') as Reply<Calls[Name]['value']> | null;
        if (!reply) resolve({ failure: connectionFailure('nothing') });
        else if (reply.ok) resolve({ value: reply.value });
        else resolve({ failure: reply });
      })
      .withFailureHandler(({ message }) => {
        resolve({ failure: connectionFailure(message) });
      })
      .callFromSidebar(JSON.stringify({ call, args }));
  });
}
