/** One sentence where it is needed; docs/guidance.md has the rest, under the same heads. */
const SENTENCES = {
  'when not to use an OKR': 'What only has to be kept up needs a number to watch, not an OKR.',
  'data sources': 'Take values only from sources you may use.',
  privacy: 'Notes stay in the spreadsheet: leave out what is personal.',
  'contracts and revenue': 'Contracts and revenue rules go before any target.',
  'regulated sectors': 'In a regulated sector, ask compliance first.',
} as const;

/** What to mind here, in one sentence, and where to read on. */
export function Guidance({ about }: { readonly about: keyof typeof SENTENCES }) {
  return (
    <p class="secondary">
      {SENTENCES[about]} More in docs/guidance.md, “{about}”.
    </p>
  );
}
