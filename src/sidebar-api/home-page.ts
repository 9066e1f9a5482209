import { formatNumber } from '../messages/format.js';
import { checkInPage } from './check-in-page.js';
import { answer, checkInWords, counted, watchWords, type Home } from './home-words.js';
import { fieldOf, pageOf } from './page.js';
import type { HomeView } from './protocol.js';
import type { Page, PageForm, PageGroup } from './protocol-watch.js';

/** The others follow as these are reviewed, so that the key results stay in sight. */
const MOST_ACCOUNTS_SHOWN = 3;

function checkIn(home: Home, isNext: boolean): PageGroup {
  const isDue = home.ownKeyResults.some(({ thisWeek }) => thisWeek === null);
  return {
    ...{ title: 'Your check-in', lines: [checkInWords(home)], items: [] },
    ways: isDue ? [{ button: 'Check in', go: 'check-in', ...(isNext ? { kind: 'primary' } : {}) }] : [],
  };
}

/** The accounts to see this week; what came of the look is written down in one line. */
function accountsGroup({ accountsToSee, opened }: Home): PageGroup | null {
  if (accountsToSee.length === 0) return null;
  const left = accountsToSee
    .filter(({ isReviewed }) => !isReviewed)
    .sort((a, b) => Number(b.account === opened?.id) - Number(a.account === opened?.id));
  return {
    title: left.length > 0 ? `${counted(left.length, 'account')} to see this week` : 'Every account is reviewed',
    lines: [],
    items: left.slice(0, MOST_ACCOUNTS_SHOWN).map(({ account, why, renewal, exposure }) => ({
      ...{ key: account, name: account, parts: [], link: '' },
      about: [why, renewal && `renews ${renewal.text}`, exposure !== null && `ARR ${formatNumber(exposure)}`]
        .filter(Boolean)
        .join(', '),
      forms: [
        {
          ...{ button: 'Reviewed', send: 'Save', call: 'saveAccountReview', args: { account } },
          fields: [fieldOf('outcome', 'What came of it, in a line')],
        },
      ],
    })),
  };
}

function alerts({ topAlerts, openAlertCount }: Home): PageGroup {
  return {
    ...{ title: counted(openAlertCount, 'open alert'), lines: [] },
    items: topAlerts.map(({ account, subject, since, state }) => ({
      ...{ key: `${account} ${subject} ${since.iso}`, name: account, parts: [], forms: [], link: '' },
      about: `Since ${since.text}: ${subject}${state === 'open' ? '' : ` (${state})`}`,
    })),
    ways: [{ button: 'Answer them in Alerts', go: 'alerts' }],
  };
}

/** The weekly watch: whether it runs, and the switch. */
function watch(home: Home, isNext: boolean): PageGroup {
  const isMine = home.watch === 'on' || home.watch === 'late';
  const form: PageForm = isMine
    ? {
        ...{ button: 'Switch off…', send: 'Switch it off', call: 'switchWatch', args: { on: false }, fields: [] },
        ...{ asks: 'While it is off, nobody hears about accounts that bend.', kind: 'risky' },
      }
    : {
        ...{ button: 'Switch the watch on', call: 'switchWatch', args: { on: true }, fields: [] },
        ...(isNext ? { kind: 'primary' } : {}),
      };
  return {
    ...{ title: 'Weekly watch', lines: [watchWords(home)], items: [], forms: [form] },
    ways: isMine ? [] : [{ button: 'See a dry run first', go: 'rehearse' }],
  };
}

/** Today: the answer, and one thing to do next; the sections by what needs the person first. */
function page(home: Home, accounts: PageGroup | null): Page {
  const { setup, ownKeyResults, topAlerts, opened } = home;
  const isDue = ownKeyResults.some(({ thisWeek }) => thisWeek === null);
  const next = !setup.isDone ? 'set up' : isDue ? 'check in' : home.watch === 'off' ? 'watch' : null;
  const { title, detail } = answer(home);
  const own = ownKeyResults.length > 0 ? [checkIn(home, next === 'check in')] : [];
  const seen = accounts ? [accounts] : [];
  return {
    ...pageOf({ title, lines: [detail] }),
    ways: next === 'set up' ? [{ button: 'Set up', go: 'setup', kind: 'primary' }] : [],
    groups: [
      ...(opened?.kind === 'account' ? [...seen, ...own] : [...own, ...seen]),
      ...(topAlerts.length > 0 ? [alerts(home)] : []),
      ...(setup.isDone ? [watch(home, next === 'watch')] : []),
    ],
  };
}

/** How things stand as a page: it is made here, because the sidebar has to stay small. */
export function withPage(home: Home): HomeView {
  const accounts = accountsGroup(home);
  return { ...home, ...page(home, accounts), checkInPage: checkInPage(home), accountsGroup: accounts };
}
