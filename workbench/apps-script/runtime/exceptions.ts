/** What a service throws; the script sees it as an `Exception` of its own realm. */
export class ServiceException extends Error {
  override readonly name = 'Exception';
}

/** The end of a run that script code cannot catch: time is up, or a test killed it. */
export class Termination extends Error {
  override readonly name = 'Termination';
}

/** Name and message of whatever was thrown, in whichever realm. */
export function describe(error: unknown): { name: string; message: string } {
  const { name, message } = (typeof error === 'object' && error ? error : {}) as { name?: unknown; message?: unknown };
  return typeof message === 'string'
    ? { name: typeof name === 'string' ? name : 'Error', message }
    : { name: 'Error', message: String(error) };
}
