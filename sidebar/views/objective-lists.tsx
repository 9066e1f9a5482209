import type { ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';
import { List } from './field.js';

/** What fields propose while somebody types: people, accounts, indicators, each by the name of its list. */
export function Lists({ view: { people, accounts, indicators } }: { readonly view: ObjectivesView }) {
  return (
    <>
      <List name="people" texts={people.map(({ email }) => email)} />
      <List name="accounts" texts={accounts} />
      <List name="indicators" texts={indicators} />
    </>
  );
}
