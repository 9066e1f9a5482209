import type { HomeView } from '../../src/sidebar-api/protocol.js';
import { counted } from '../words.js';

/** The one sentence that a person opens the sidebar for, and the one below it. */
export function homeAnswer(home: HomeView): { readonly title: string; readonly detail: string } {
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
