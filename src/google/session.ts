/** The address of the person whose rights this run has: who clicked, or who switched the watch on; "" when unknown. */
export function currentUser(): string {
  return Session.getEffectiveUser().getEmail().toLowerCase();
}
