import type { Calls } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Action, Cell, View } from '../parts.js';
import { counted } from '../words.js';

interface WrittenProps {
  readonly quarter: string;
  readonly written: Calls['saveReview']['value'];
  readonly go: (view: ViewName) => void;
}

/** The review is written: the way to it, and to what came of it for the next quarter. */
export function ReviewWritten({ quarter, written: { created, left, links }, go }: WrittenProps) {
  return (
    <View title={`The review of ${quarter} is written`} focusKey="written">
      <p>
        To print it on one page, choose Fit to page in the print dialog of Sheets.
        {left.length > 0 && ` Left as they are, since they hold formulas: ${left.join(', ')}.`}
        {created.length > 0 && ` New for the next quarter: ${counted(created.length, 'row')}.`}
      </p>
      <ul class="rows">
        {links.map(({ id, url }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noreferrer">
              <Cell text={id} />
            </a>
          </li>
        ))}
      </ul>
      <Action
        kind="primary"
        onClick={() => {
          go('objectives');
        }}
      >
        Objectives
      </Action>
    </View>
  );
}
