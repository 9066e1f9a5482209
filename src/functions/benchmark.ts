import { standingOf, type Benchmark } from '../domain/benchmark/bands.js';
import { metricKey, publishedBenchmark } from '../domain/benchmark/published.js';
import { Arguments } from './arguments.js';
import { readBands } from './bands.js';
import { isBlank, type Cell } from './cells.js';
import { Names, Numbers } from './columns.js';
import { cellComplaint } from './messages.js';
import { answerRows } from './row-answers.js';

/** No value that the shipped bands know is higher; a percentage that was typed as a number is. */
const HIGHEST_FRACTION = 3;

/** Names of metrics; a name that has bands is no header. */
class Metrics extends Names {
  /** A spelling repeats on many rows and making its key costs far more than a look-up. */
  private readonly bySpelling = new Map<string, Benchmark | undefined>();

  constructor(
    name: string,
    argument: Cell,
    private readonly benchmarkFor: (key: string) => Benchmark | undefined,
  ) {
    super(name, argument);
  }

  benchmarkOf(text: string): Benchmark | undefined {
    if (!this.bySpelling.has(text)) this.bySpelling.set(text, this.benchmarkFor(metricKey(text)));
    return this.bySpelling.get(text);
  }

  protected override canBeHeader(text: string): boolean {
    return this.benchmarkOf(text) === undefined;
  }
}

/** `BENCHMARK(metric, value, [bands])`. */
export function benchmark(metric: Cell, value: Cell, bands: Cell): (string | number)[][] {
  const call = new Arguments('BENCHMARK');
  call.needs({ metric, value });
  const own = isBlank(bands) ? null : readBands(call, bands);
  const metrics = new Metrics('metric', metric, own ? (key) => own.get(key) : publishedBenchmark);
  const values = new Numbers('value', value);
  return answerRows<(string | number)[]>(call, [metrics], [values], ['', ''], (row) => {
    const name = row.at(metrics);
    const number = row.at(values);
    if (name === '' || number === null) return ['', ''];
    const found = metrics.benchmarkOf(name);
    if (!found) {
      call.stray(row.where(metrics), own ? cellComplaint.noOwnBands(name) : cellComplaint.noShippedBands(name));
      return ['', ''];
    }
    if (!own && number > HIGHEST_FRACTION) {
      call.stray(row.where(values), cellComplaint.notFraction(number, HIGHEST_FRACTION));
    }
    if (!own && number < 0) call.stray(row.where(values), cellComplaint.belowZero(number));
    const standing = standingOf(number, found);
    if (standing.ok) return [standing.value.band, standing.value.toNext ?? ''];
    call.stray(row.where(values), cellComplaint.noBand(number));
    return ['', ''];
  });
}
