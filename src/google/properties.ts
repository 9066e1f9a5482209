/** Reads what an earlier run kept for this document: a cursor or the heartbeat, never data that a person needs. */
export function readProperty(key: string): string | null {
  return PropertiesService.getDocumentProperties().getProperty(key);
}

/** Keeps a value for later runs; durable at once, unlike a write to a cell. */
export function writeProperty(key: string, value: string): void {
  PropertiesService.getDocumentProperties().setProperty(key, value);
}
