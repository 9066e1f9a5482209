/** The only place where the time is read; everything else is told it. Milliseconds since 1970-01-01T00:00Z. */
export function now(): number {
  return Date.now();
}
