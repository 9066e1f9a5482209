import type { WebRequest } from '../connect/web-request.js';

/** Posts JSON; throws when it is not taken. A redirect is not followed: the address was checked, another one was not. */
export function postJson({ url, body }: WebRequest): void {
  const answer = UrlFetchApp.fetch(url, {
    method: 'post',
    contentType: 'application/json; charset=utf-8',
    payload: body,
    muteHttpExceptions: true,
    followRedirects: false,
  });
  const status = answer.getResponseCode();
  if (status < 200 || status > 299) throw new Error(`it answered with status ${String(status)}`);
}
