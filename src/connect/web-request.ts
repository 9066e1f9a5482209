/** What is to be posted as JSON, and where. */
export interface WebRequest {
  readonly url: string;
  readonly body: string;
}
