import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';

/** One sentence where it is needed; the view that it leads to has the rest. */
const SENTENCES = {
  'when not to use an OKR': 'What only has to be kept up needs a number to watch, not an OKR.',
  privacy: 'Notes stay in the spreadsheet: leave out what is personal.',
  'contracts and revenue': 'Contracts and revenue rules go before any target.',
} as const;

interface GuidanceProps {
  readonly about: keyof typeof SENTENCES;
  readonly go: (view: ViewName) => void;
}

/** What to mind here, in one sentence, and the way to read on. */
export function Guidance({ about, go }: GuidanceProps) {
  return (
    <p class="secondary">
      {SENTENCES[about]}{' '}
      <a
        href="#guidance"
        onClick={(event) => {
          event.preventDefault();
          go('guidance');
        }}
      >
        More: {about}
      </a>
    </p>
  );
}
