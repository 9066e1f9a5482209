import { formatNumber } from '../messages/format.js';
import type { HomeView, Words } from './protocol.js';
import type { Page } from './protocol-watch.js';

/** `1 account`, `118 accounts`. */
export function counted(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}

/** What the sentences are about. */
export type Home = Omit<HomeView, keyof Page | 'checkInPage' | 'accountsGroup'>;

/** What a person opens the sidebar for. */
export function answer(home: Home): Words {
  const { setup, lastScan, watch, accountCount } = home;
  const scanned = lastScan
    ? `Last scan: ${lastScan.at}, ${counted(lastScan.accountCount, 'account')}, ${String(lastScan.withoutDataCount)} without data.`
    : '';
  if (!setup.isDone) {
    const missing = setup.kinds.filter(({ isNeeded, state }) => isNeeded && state !== 'ready');
    const isNew = missing.every(({ state }) => state === 'no tab') && !lastScan;
    return isNew
      ? {
          title: 'See which accounts bend, in the week they do',
          detail:
            'Bellwether reads the tabs you already have. Show it where your accounts and their weekly signals are; it takes about two minutes.',
        }
      : {
          title: `${missing.map(({ kind }) => kind).join(' and ')} cannot be read`,
          detail: `${missing.map(({ tab, state, missingColumns }) => (state === 'no tab' ? `The tab ${tab} is gone` : `The tab ${tab} has no column ${missingColumns.join(', ')}`)).join('. ')}. Until the set-up is mended, no alert can be trusted, so none is sent. ${scanned}`,
        };
  }
  if (home.repair) {
    const { isDone, why } = home.repair;
    return {
      title: isDone ? 'Your watch had stopped and is on again' : 'Your watch has stopped',
      detail: `It ${home.lastRun === null ? 'never ran' : `last ran on ${home.lastRun}`}: ${why}. ${isDone ? 'It runs within the hour, and what was missed is made good.' : ''} ${scanned}`,
    };
  }
  if (watch === 'late') {
    return {
      title: 'The watch has stopped',
      detail: `It is on but ${home.lastRun === null ? 'has never run' : `last ran on ${home.lastRun}`}. Switch it off and on again below; what was missed is made good. ${scanned}`,
    };
  }
  if (home.failure !== null) {
    return {
      title: 'The last run of the watch failed',
      detail: `${home.failure}. It tries again within the hour, and nothing is lost meanwhile. ${scanned}`,
    };
  }
  if (!lastScan) {
    return watch !== 'off'
      ? {
          title: 'The watch is on',
          detail: `The first scan of your ${counted(accountCount, 'account')} runs within the hour.`,
        }
      : {
          title: 'Nothing is watched yet',
          detail: `Bellwether can read ${counted(accountCount, 'account')}. With the watch on, it looks at them every week and mails the owner of each one that bends.`,
        };
  }
  if (lastScan.stopped !== null) {
    return { title: 'The last scan could not be finished', detail: `${lastScan.stopped}. ${scanned}` };
  }
  const { bentCount } = lastScan;
  return {
    title:
      bentCount === 0
        ? `Nothing bends in the week of ${lastScan.week.text}`
        : `${String(bentCount)} of your ${counted(lastScan.accountCount, 'account')} ${bentCount === 1 ? 'bends' : 'bend'} in the week of ${lastScan.week.text}`,
    detail: scanned,
  };
}

/** Whether the weekly watch runs, and for whom. */
export function watchWords({ watch, me, lastRun }: Home): string {
  if (watch === 'off') return 'Off. When it is on, it runs every hour as you and mails in your name.';
  return watch === 'on for somebody else'
    ? `On for somebody else, last run on ${lastRun ?? ''}. One person's watch is enough for the whole spreadsheet.`
    : `On. It runs every hour as ${me}${lastRun === null ? '' : `, last on ${lastRun}`}, and mails in your name.`;
}

/** How far the person's own check-in is. */
export function checkInWords({ ownKeyResults, week }: Home): string {
  const done = ownKeyResults.filter(({ thisWeek }) => thisWeek !== null).length;
  const all = counted(ownKeyResults.length, 'key result');
  const many = done === ownKeyResults.length ? `All ${all}` : `${String(done)} of ${all}`;
  return `${many} checked in for the week of ${week.text}.`;
}

/** Why the person has no key result to check in; null when they have one. */
export function noKeyResult({ ownKeyResults, keyResultCount, setup, me }: Home): Words | null {
  if (ownKeyResults.length > 0) return null;
  const kind = setup.kinds.find((one) => one.kind === 'Key results');
  if (kind && kind.state !== 'ready') {
    return {
      title: 'No key results yet',
      detail: 'Bellwether does not know where your key results are. Show it the tab, or let it create one.',
    };
  }
  const tab = kind?.tab ?? 'Key results';
  const found =
    keyResultCount === 0
      ? `The tab ${tab} is empty.`
      : `None of the ${String(keyResultCount)} in the tab ${tab} is yours.`;
  return {
    title: 'No key results for you',
    detail:
      me === ''
        ? 'Google does not say who you are, so yours cannot be found. Open Bellwether again from the Extensions menu and allow it to see your address.'
        : `${found} A key result is yours when its Owner is ${me} and it is not paused, done or dropped.`,
  };
}
