/**
 * Runs work while no other run of Bellwether writes to this spreadsheet. Work that writes makes its writes durable itself,
 * as performChanges does, before the lock goes to the next run.
 *
 * @returns what the work returned, or `busy` when another run held the lock for the whole wait.
 */
export function withDocumentLock<Value>(waitMs: number, work: () => Value): Value | 'busy' {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(waitMs)) return 'busy';
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
