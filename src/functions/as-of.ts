import { isoDay } from '../domain/calendar/day.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell, type Rows } from './cells.js';
import { Days } from './columns.js';
import { isHeaderRow } from './matrix.js';
import { message } from './messages.js';

/** `ASOF(range, entered, day)`: the rows of a log as known at the end of a day; their cells are handed on as they are. */
export function asof(zone: () => string, range: Cell, entered: Cell, day: Cell): Cell[][] {
  const call = new Arguments('ASOF');
  call.needs({ range, entered, day });
  const lastDay = call.single(new Days('day', day, zone));
  const rows: Rows = Array.isArray(range) ? (range as Rows) : [[range]];
  const entries = new Days('entered', entered, zone);
  if (entries.length !== rows.length) {
    call.refuse(message.heights('range', rows.length, 'entered', entries.length));
  }
  const hasHeader = entries.startsWithHeader && isHeaderRow(rows[0] ?? []);
  call.column(entries);
  if (hasHeader) entries.skipHeader();
  const known: (readonly Cell[])[] = hasHeader ? rows.slice(0, 1) : [];
  for (let row = 0; row < entries.length; row++) {
    const cells = rows[row + entries.headerRows] ?? [];
    const enteredOn = entries.at(row);
    // A column of checkboxes says FALSE in rows that nobody has used.
    if (isBlank(entries.cell(row)) && cells.every((cell) => isBlank(cell) || cell === false)) continue;
    call.wanted(row, entries);
    if (enteredOn !== null && lastDay !== null && enteredOn <= lastDay) known.push(cells);
  }
  call.check();
  if (lastDay === null) return call.refuse(message.blankArgument('day'));
  if (known.length === entries.headerRows) call.refuse(message.nothingEntered(isoDay(lastDay)));
  const width = known.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return known.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}
