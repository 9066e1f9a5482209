import type { Done, PageGroup, PageLines, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Action, Cell, Fold, Row, useFocusIn } from '../parts.js';
import { Cells } from './cells.js';
import { PageForm, type FormProps } from './page-form.js';

/** Sentences, one below the other. */
export function Lines({ lines }: Pick<PageLines, 'lines'>) {
  // An empty list would leave a gap.
  if (!lines[0]) return null;
  return (
    <ul class="facts">
      {lines.map((line) => (
        <li>
          <Cell text={line} />
        </li>
      ))}
    </ul>
  );
}

/** What forms and ways of a page need to know. */
export interface Place {
  /** Absent where nobody else changes what is shown. */
  readonly look?: () => void;
  readonly onDone: (done: Done) => void;
  readonly go: (view: ViewName) => void;
}

interface ActionsProps {
  readonly forms: PageGroup['forms'] | undefined;
  readonly ways?: PageGroup['ways'] | undefined;
  readonly about?: FormProps['about'];
  readonly place: Place;
}

/** What may be done, and where one goes on. */
export function Actions({ forms = [], ways = [], about = '', place: { go, ...place } }: ActionsProps) {
  if (!forms[0] && !ways[0]) return null;
  return (
    <div class="actions">
      {forms.map((form) => (
        <PageForm key={form.button} form={form} about={about} {...place} />
      ))}
      {ways.map(({ button, go: view, kind }) => (
        <Action
          kind={kind ?? 'plain'}
          onClick={() => {
            go(view);
          }}
        >
          {button}
        </Action>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: PageGroup;
  readonly place: Place;
}

/** A list under a heading; when what it says changes while somebody works in it, the heading has the focus. */
export function Group({ group: { title, lines, items, forms, ways }, place }: GroupProps) {
  const section = useFocusIn<HTMLElement>(title, 'h2');
  return (
    <section ref={section}>
      <h2 tabIndex={-1}>{title}</h2>
      <Lines lines={lines} />
      <ul class="rows" hidden={!items[0]}>
        {items.map(({ key, name, about, notes = [], parts, forms: own, tables = [], link }) => {
          const shown = (
            <>
              <Cell text={about} />
              {notes.map(({ kind, text }) => (
                <span class={kind}>
                  <Cell text={text} />
                </span>
              ))}
            </>
          );
          const actions = <Actions forms={own} about={name} place={place} />;
          return parts[0] ? (
            <Fold key={key} name={name} about={shown}>
              {parts.map((part) => (
                <>
                  {part.title && <h3>{part.title}</h3>}
                  <Lines lines={part.lines} />
                </>
              ))}
              {actions}
              {tables.map((table) => (
                <Cells {...table} />
              ))}
              {link && (
                <a href={link} target="_blank" rel="noopener">
                  Show its row
                </a>
              )}
            </Fold>
          ) : (
            <Row key={key} name={name} about={shown}>
              {actions}
            </Row>
          );
        })}
      </ul>
      <Actions forms={forms} ways={ways} place={place} />
    </section>
  );
}
