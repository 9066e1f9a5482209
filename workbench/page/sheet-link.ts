/** A place in the workbook that a link names. */
export interface SheetPlace {
  readonly sheetId: string;
  /** In A1 notation, without the tab; absent when the link names only the tab. */
  readonly range?: string;
}

/** The place that a link into a spreadsheet names in `#gid=..&range=..`; null for any other link. */
export function sheetPlace(href: string): SheetPlace | null {
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  const parts = new URLSearchParams(href.slice(hash + 1));
  const sheetId = parts.get('gid');
  const range = parts.get('range');
  if (sheetId === null) return null;
  return range === null ? { sheetId } : { sheetId, range };
}
