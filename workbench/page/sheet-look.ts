import { VerticalAlign, type IWorksheetData } from '@univerjs/core';

const HEADER = { bl: 1, bg: { rgb: '#f8fafd' }, vt: VerticalAlign.MIDDLE } as const;
const CELLS = { fs: 10, vt: VerticalAlign.MIDDLE } as const;

/** How every tab looks before anybody formats it: small type, and a bold header where rows are frozen. */
export function dressed(config: Partial<IWorksheetData>): Pick<IWorksheetData, 'defaultStyle' | 'rowData'> {
  const frozen = config.freeze?.ySplit ?? 0;
  const headers = Object.fromEntries(
    Array.from({ length: frozen }, (_, row) => [row, { ...config.rowData?.[row], s: HEADER }]),
  );
  return { defaultStyle: config.defaultStyle ?? CELLS, rowData: { ...config.rowData, ...headers } };
}
