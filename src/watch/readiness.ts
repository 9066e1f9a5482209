import type { Records } from '../records/workbook.js';

/** Why no mail may go out: the data it would be about, or the memory of what was told, cannot be trusted. Null when all is well. */
export function reasonToStop({ accounts, signals, isStateReadable, settings }: Records): string | null {
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  const tabs = [
    { name: 'Accounts', ...accounts },
    { name: 'Signals', ...signals },
  ];
  for (const { name, readable, badRowShare } of tabs) {
    if (!readable) return `${name} cannot be read; see the Problems tab and map its columns again in the sidebar`;
    if (badRowShare > settings.values.badRowShare) {
      return `${percent(badRowShare)} of the rows of ${name} cannot be used; mend those that the Problems tab lists`;
    }
  }
  if (!isStateReadable)
    return 'Alerts or Notices has a row or column that cannot be read; mend what the Problems tab lists';
  return null;
}
