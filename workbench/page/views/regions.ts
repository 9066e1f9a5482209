/** Moves the keyboard to the page's next region (top bar, grid, sidebar, panel), round and round, as F6 does elsewhere. */
export function nextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((current + (backwards ? -1 : 1) + regions.length) % regions.length);
  focusRegion(next);
}

/** Focuses the first thing in a region that takes the keyboard, or else the region. */
function focusRegion(region: HTMLElement | undefined): void {
  if (!region) return;
  const target = region.querySelector<HTMLElement>(
    'iframe, button:not([disabled]), [contenteditable="true"], input, select',
  );
  (target ?? region).focus();
}
