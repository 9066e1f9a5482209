import type { ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';

/** What fields propose while somebody types: people, accounts, indicators, each by the name of its list. */
export function Lists({ view: { people, accounts, indicators } }: { readonly view: ObjectivesView }) {
  const lists = { people: people.map(({ email }) => email), accounts, indicators };
  return (
    <>
      {Object.entries(lists).map(([name, texts]) => (
        <datalist key={name} id={name}>
          {texts.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ))}
    </>
  );
}
