import type { PageTable } from '../../src/sidebar-api/protocol-watch.js';

/** `A`, `B`: an example is never wider than the alphabet. */
const letter = (column: number): string => String.fromCharCode(65 + column);

/** Cells as a sheet shows them, with their letters and numbers. What is too wide scrolls by itself. */
export function Cells({ title, cells, row, column }: PageTable) {
  return (
    <>
      <h3>{title}</h3>
      <div class="cells" role="group" aria-label={title} tabIndex={0}>
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
    </>
  );
}
