import { useState } from 'preact/hooks';
import type { FormulaHelp } from '../../src/sidebar-api/protocol.js';
import { Action, Fold, Trouble } from '../parts.js';
import { useCall } from '../use-call.js';

/** `A`, `B`: an example is never wider than the alphabet. */
const letter = (column: number): string => String.fromCharCode(65 + column);

interface CellsProps {
  readonly label: string;
  readonly cells: readonly (readonly string[])[];
  readonly row: number;
  readonly column: number;
}

/** Cells as a sheet shows them, with their letters and numbers. What is too wide scrolls by itself. */
function Cells({ label, cells, row, column }: CellsProps) {
  return (
    <div class="cells" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {cells[0]?.map((_, index) => (
              <th key={index} scope="col">
                {letter(column + index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, index) => (
            <tr key={index}>
              <th scope="row">{row + index + 1}</th>
              {line.map((text, at) => (
                <td key={at}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an opened formula shows, and the button that begins it in the sheet. */
function Details({ entry: { name, help, signature, parameters, example } }: { readonly entry: FormulaHelp }) {
  const call = useCall('insertFormula');
  const [done, setDone] = useState('');

  async function insert(): Promise<void> {
    setDone('');
    const value = await call.run({ name });
    if (value) setDone(`${value.formula} is in ${value.cell}; set its ranges`);
  }

  return (
    <>
      <p>{help}</p>
      <p>
        <code>{signature}</code>
      </p>
      <Trouble failure={call.failure} />
      <Action kind="primary" wait={call.wait} waiting="Inserting…" onClick={() => void insert()}>
        Insert at the active cell
      </Action>
      <p role="status">{done}</p>
      <dl>
        {parameters.map((parameter) => (
          <div key={parameter.name}>
            <dt>{parameter.name}</dt>
            <dd>{parameter.help}</dd>
          </div>
        ))}
      </dl>
      <h3>Example: {example.title}</h3>
      {example.input.length > 0 && <Cells label="Cells of the example" cells={example.input} row={0} column={0} />}
      <p>
        <code>{example.formula}</code> gives
      </p>
      <Cells label="Result of the example" cells={example.result} {...example.place} />
    </>
  );
}

/** One formula of the list: its name and what it tells; opened, all about it. */
export function FormulaEntry({ entry }: { readonly entry: FormulaHelp }) {
  const { name, help } = entry;
  return (
    <Fold name={name} about={/^.*?[.:;](?= |$)/.exec(help)?.[0].slice(0, -1) ?? help}>
      <Details entry={entry} />
    </Fold>
  );
}
