/** What stands in owner cells and names no single person, in lower case. */
const GROUP_WORDS: ReadonlySet<string> = new Set([
  ...['team', 'the team', 'cs', 'cs team', 'csm', 'csms', 'csm team', 'customer success', 'customer success team'],
  ...['success', 'success team', 'support', 'support team', 'sales', 'sales team', 'product', 'engineering', 'ops'],
  ...['pool', 'pooled', 'shared', 'everyone', 'everybody', 'all', 'various', 'nobody', 'no one', 'none', 'unassigned'],
  ...['not assigned', 'unowned', 'vacant', 'open', 'tbd', 'tba', 'tbc', 'to be defined', 'to be hired', 'n/a', 'na'],
  ...['n.a.', 'nil', 'null', 'unknown', 'x', '-', '--', '–', '—', '?', '0', 'digital', 'tech touch'],
]);

/** The part before the @ of mailboxes that several people read, in lower case. */
const SHARED_MAILBOXES: ReadonlySet<string> = new Set([
  ...['info', 'support', 'success', 'team', 'cs', 'csm', 'csms', 'hello', 'contact', 'help', 'helpdesk', 'service'],
  ...['customersuccess', 'customer-success', 'customer.success', 'cs-team', 'csteam', 'sales', 'office', 'admin'],
  ...['accounts', 'all', 'noreply', 'no-reply'],
]);

/** Whether the text of an owner's cell names a group, a shared mailbox or nobody instead of one person. */
export function isGroupWord(owner: string): boolean {
  const text = owner.trim().toLowerCase().replace(/\s+/g, ' ');
  if (GROUP_WORDS.has(text)) return true;
  const at = text.indexOf('@');
  return at > 0 && SHARED_MAILBOXES.has(text.slice(0, at).replace(/\+.*$/, ''));
}
