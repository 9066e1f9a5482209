import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Done, Page as Drawn, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Bars } from '../bars.js';
import { Action, Cell, Opening, Trouble, View, Waiting } from '../parts.js';
import type { Failure } from '../server.js';
import { useOpened, type Wait } from '../use-call.js';
import { List } from './field.js';
import { Actions, Group, Lines, type Place } from './group.js';

/** The views that the server writes whole, by the call that opens each. */
export const PAGES = ['alerts', 'handoffs', 'why', 'rehearse', 'settings', 'guidance'] as const;

interface DrawnProps {
  readonly page: Drawn;
  readonly call: { readonly failure: Failure | null; readonly wait: Wait; readonly look: () => void };
  readonly onDone: (done: Done) => void;
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
        // Forms of a page are answered with the page.
        call.setValue(next as Drawn);
        say(next.news);
      }}
    />
  );
}
