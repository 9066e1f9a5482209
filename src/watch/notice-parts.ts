import type { NoticeRecord } from '../records/tabs/notices.js';

/** What the id of a further notice of one message ends with. */
const PART = / part \d+$/;

/** The id of the message that a notice is of: one whose keys no cell holds has several notices, and its first gives it its id. */
export const messageId = ({ id }: Pick<NoticeRecord, 'id'>): string => id.replace(PART, '');

/** Whether a notice is the first of its message, or the only one. */
export const isFirstPart = ({ id }: Pick<NoticeRecord, 'id'>): boolean => !PART.test(id);

/** The further notices of each message, by its id. */
export function partsOf(notices: readonly NoticeRecord[]): ReadonlyMap<string, readonly NoticeRecord[]> {
  const parts = new Map<string, NoticeRecord[]>();
  for (const notice of notices.filter((one) => !isFirstPart(one))) {
    parts.set(messageId(notice), [...(parts.get(messageId(notice)) ?? []), notice]);
  }
  return parts;
}

/** The lines of several notices. */
export const textOf = (notices: readonly NoticeRecord[]): string => notices.map(({ alerts }) => alerts).join('\n');

/** The notices of one message with their lines as they are now, in the same order. */
export function relined(notices: readonly NoticeRecord[], alerts: string): readonly NoticeRecord[] {
  const lines = alerts.split('\n');
  return notices.map((notice) => ({ ...notice, alerts: lines.splice(0, notice.alerts.split('\n').length).join('\n') }));
}
