/** Goes to a control, out of whatever is folded over it. */
export function goTo(control: HTMLElement | null | undefined): void {
  for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  control?.focus();
  // What stands there is replaced by typing.
  if (control instanceof HTMLInputElement) control.select();
}

/**
 * Lets Enter go on to the next field of a form, at last to its primary button, and Ctrl + Enter save from anywhere. What is
 * folded away as `more` is left out; it would be walked through for nothing.
 */
export function enterGoesOn(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, save: () => void): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('textarea, input, select, .primary')].filter(
    (stop) => !stop.closest('.more:not([open])'),
  );
  const next = stops[stops.findIndex((stop) => stop === event.target) + 1];
  if (event.ctrlKey || event.metaKey) save();
  else if (next && next !== stops[0]) goTo(next);
  else return;
  event.preventDefault();
}
