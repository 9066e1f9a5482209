/** What a service throws; the script sees it as an `Exception` of its own realm. */
export class ServiceException extends Error {
  override readonly name = 'Exception';
}

/** The end of a run that script code cannot catch: time is up, or a test killed it. */
export class Termination extends Error {
  override readonly name = 'Termination';
}
