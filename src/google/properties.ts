/** Reads what an earlier run kept for this document: a cursor or a heartbeat, never data that a person needs. */
export function readProperty(key: string): string | null {
  return PropertiesService.getDocumentProperties().getProperty(key);
}

/** What is kept for a document, by key. */
export type Properties = Readonly<Record<string, string>>;

/** Everything that is kept for this document. */
export function readProperties(): Properties {
  return PropertiesService.getDocumentProperties().getProperties();
}

/** Forgets a value. */
export function deleteProperty(key: string): void {
  PropertiesService.getDocumentProperties().deleteProperty(key);
}

/** Keeps a value for later runs; durable at once, unlike a write to a cell. */
export function writeProperty(key: string, value: string): void {
  PropertiesService.getDocumentProperties().setProperty(key, value);
}
