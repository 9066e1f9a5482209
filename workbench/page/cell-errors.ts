import type { Session } from './session.js';

/** Keeps `session.cellError` at what the selected cell's function threw, after a move and after a recalculation. */
export function watchCellErrors(session: Session): void {
  const { api, workbook } = session.grid;
  const look = () => {
    const cell = workbook().getActiveSheet().getActiveCell();
    const at = cell && `'${cell.getSheetName().replaceAll("'", "''")}'!${cell.getA1Notation()}`;
    const error = at ? (session.emulator.errorAt(at) ?? '') : '';
    if (error === session.cellError) return;
    session.cellError = error;
    session.changed();
  };
  api.addEvent(api.Event.SelectionChanged, look);
  api.getFormula().calculationResultApplied(look);
}
