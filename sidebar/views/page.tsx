import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Page as Drawn, PageGroup, PageLines, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Bars } from '../bars.js';
import { Action, Cell, Fold, Opening, Row, Trouble, useFocusIn, View, Waiting } from '../parts.js';
import type { Failure } from '../server.js';
import { useOpened, type Wait } from '../use-call.js';
import { List } from './field.js';
import { PageForm, type FormProps } from './page-form.js';

/** The views that the server writes whole, by the call that opens each. */
export const PAGES = ['alerts', 'handoffs', 'why', 'rehearse', 'settings', 'guidance'] as const;

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
  readonly look: () => void;
  readonly onDone: (page: Drawn) => void;
  readonly go: (view: ViewName) => void;
}

interface ActionsProps {
  readonly forms: PageGroup['forms'] | undefined;
  readonly ways?: PageGroup['ways'] | undefined;
  readonly about?: FormProps['about'];
  readonly place: Place;
}

function Actions({ forms = [], ways = [], about = '', place: { go, ...place } }: ActionsProps) {
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
      <ul class="rows">
        {items.map(({ key, name, about, notes = [], parts, forms: own, link }) => {
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
                  <h3>{part.title}</h3>
                  <Lines lines={part.lines} />
                </>
              ))}
              {actions}
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

interface DrawnProps {
  readonly page: Drawn;
  readonly call: { readonly failure: Failure | null; readonly wait: Wait; readonly look: () => void };
  readonly onDone: (page: Drawn) => void;
  readonly go: (view: ViewName) => void;
  /** What stands above the lists. */
  readonly children?: ComponentChildren;
}

/** A page as the server writes it: sentences, a picture, lists that open, forms, and where one goes on. */
export function DrawnPage({ page, call: { failure, wait, look }, onDone, go, children }: DrawnProps) {
  /** What was done here: after each the heading takes the focus. */
  const [done, setDone] = useState(0);
  const place: Place = {
    look,
    go,
    onDone: (next) => {
      setDone(done + 1);
      onDone(next);
    },
  };
  return (
    <View title={<Cell text={page.title} />} focusKey={`${done}`}>
      <Trouble failure={failure}>
        <p>What you see was read earlier</p>
        <Action wait={wait} onClick={look}>
          Try again
        </Action>
      </Trouble>
      {page.bars && <Bars {...page.bars} />}
      <Lines lines={page.lines} />
      <Actions forms={page.forms} ways={page.ways} place={place} />
      {children}
      {page.groups.map((group) => (
        <Group group={group} place={place} />
      ))}
      <List name="names" texts={page.names} />
      <Waiting wait={wait} what="the latest" />
    </View>
  );
}

interface PageProps {
  readonly name: (typeof PAGES)[number];
  /** What it is called until the server has answered. */
  readonly title: string;
  readonly say: (news: string) => void;
  readonly go: (view: ViewName) => void;
}

/** A view that the server writes whole. What a form comes to is the page anew. */
export function Page({ name, title, say, go }: PageProps) {
  const call = useOpened(name, {});
  if (!call.value) return <Opening title={title} what={title} call={call} />;
  return (
    <DrawnPage
      page={call.value}
      call={call}
      go={go}
      onDone={(next) => {
        call.setValue(next);
        say(next.news);
      }}
    />
  );
}
