/** A message ready to be sent, in both forms that mail clients choose from. */
export interface Message {
  /** One line, the same for the same alerts each time, so that clients thread it. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
