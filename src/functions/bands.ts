import { accountKey } from '../domain/account-key.js';
import { benchmarkOf, type Band, type Benchmark } from '../domain/benchmark/bands.js';
import { metricKey, publishedBenchmark } from '../domain/benchmark/published.js';
import type { Better } from '../domain/trend/bend.js';
import type { Arguments } from './arguments.js';
import { isBlank, isText, type Cell, type Rows } from './cells.js';
import { Choices, Names, Numbers } from './columns.js';
import { filledRows } from './matrix.js';
import { cellComplaint, message } from './messages.js';

const COLUMNS = ['metric', 'band', 'from', 'to'] as const;

/** The rows of one metric while they are read. */
interface Draft {
  readonly metric: string;
  readonly bands: Band[];
  readonly segments: Set<string>;
  better: Better;
}

/**
 * Reads a team's own bands: a table whose header has Metric, Band, From and To in any order, and perhaps Segment and
 * Better, or the four columns without a header.
 *
 * @returns the benchmark of each metric, by its key.
 */
export function readBands(call: Arguments, table: Cell): ReadonlyMap<string, Benchmark> {
  const rows = filledRows(table);
  const benchmarks = new Map<string, Benchmark>();
  for (const [key, { metric, bands, segments, better }] of readDrafts(call, rows)) {
    if (segments.size > 1) call.refuse(message.bandsSegments(metric));
    benchmarks.set(
      key,
      call.answer(benchmarkOf(bands, better), ({ lower, upper }) =>
        message.bandsOverlap(metric, lower.name, upper.name),
      ),
    );
  }
  if (benchmarks.size === 0) call.refuse(message.noRows('bands'));
  return benchmarks;
}

function readDrafts(call: Arguments, rows: Rows): Map<string, Draft> {
  const columns = columnsOf(call, rows);
  const { metrics, names, froms, tos, segments, betters } = columns;
  const drafts = new Map<string, Draft>();
  for (let row = 0; row < metrics.length; row++) {
    if (rows[row + metrics.headerRows]?.every(isBlank)) continue;
    call.wanted(row, metrics, names);
    const metric = metrics.at(row);
    const key = metricKey(metric);
    const from = froms.at(row) ?? -Infinity;
    const to = tos.at(row) ?? Infinity;
    if (from >= to) call.stray(tos.where(row), cellComplaint.bandWithoutWidth(from, to));
    const draft = drafts.get(key) ?? {
      metric,
      bands: [],
      segments: new Set<string>(),
      better: publishedBenchmark(key)?.better ?? 'up',
    };
    drafts.set(key, draft);
    draft.bands.push({ name: names.at(row), from, to });
    if (segments) draft.segments.add(accountKey(segments.at(row)));
    if (betters && !isBlank(betters.cell(row))) draft.better = betters.at(row);
  }
  call.check();
  return drafts;
}

function columnsOf(call: Arguments, rows: Rows) {
  const header = (rows[0] ?? []).map((cell) => (isText(cell) ? accountKey(cell) : ''));
  const hasHeader = header.includes('metric');
  if (!hasHeader && header.length !== COLUMNS.length) call.refuse(message.bandsShape(header.length));
  const placeOf = (name: string): number => (hasHeader ? header : COLUMNS).findIndex((one) => one === name);
  const cellsOf = (name: string): Cell[][] => rows.map((cells) => [cells[placeOf(name)]]);
  for (const name of COLUMNS) if (placeOf(name) < 0) call.refuse(message.bandsColumn(name));
  const columns = {
    metrics: new Names('bands metric', cellsOf('metric')),
    names: new Names('bands band', cellsOf('band')),
    froms: new Numbers('bands from', cellsOf('from')),
    tos: new Numbers('bands to', cellsOf('to')),
    segments: placeOf('segment') < 0 ? null : new Names('bands segment', cellsOf('segment')),
    betters: placeOf('better') < 0 ? null : new Choices('bands better', cellsOf('better'), ['up', 'down']),
  };
  for (const column of Object.values(columns)) {
    if (!column) continue;
    call.column(column);
    if (hasHeader) column.skipHeader();
  }
  return columns;
}
