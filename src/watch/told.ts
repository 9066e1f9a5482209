import type { NoticeRecord } from '../records/tabs/notices.js';
import { readLines } from './alert-key.js';
import { messageId } from './notice-parts.js';

/** What was told of one alert. */
export interface Told {
  /** The highest step that was written for anybody, dropped or not; 0 when none was. */
  readonly level: number;
  /** By recipient, the highest step that they were told or that waits to be sent to them. */
  readonly byRecipient: ReadonlyMap<string, number>;
  /** By step, when the newest message about it went out. */
  readonly sent: ReadonlyMap<number, number>;
  /** By step, when the newest message about it that still waits became due. */
  readonly waiting: ReadonlyMap<number, number>;
  /** To whom a message about it still waits to be sent. */
  readonly waitingFor: ReadonlySet<string>;
}

interface Writable {
  level: number;
  readonly waitingFor: Set<string>;
  readonly byRecipient: Map<string, number>;
  readonly sent: Map<number, number>;
  readonly waiting: Map<number, number>;
}

function later(moments: Map<number, number>, level: number, at: number): void {
  moments.set(level, Math.max(moments.get(level) ?? 0, at));
}

/** The memory of who was told of what, by the key of the alert or report; a key that no notice has is absent. */
export type Memory = ReadonlyMap<string, Told>;

/** Reads the memory from the notices. A dropped notice, or line of one, told nobody. */
export function memoryOf(notices: readonly NoticeRecord[]): Memory {
  const memory = new Map<string, Writable>();
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  for (const notice of notices) {
    const { alerts, recipient } = notice;
    // What became of a message its first notice says.
    const { state, sent, due } = byId.get(messageId(notice)) ?? notice;
    for (const { key, level, isDropped } of readLines(alerts)) {
      const told: Writable = memory.get(key) ?? {
        level: 0,
        byRecipient: new Map(),
        sent: new Map(),
        waiting: new Map(),
        waitingFor: new Set(),
      };
      memory.set(key, told);
      told.level = Math.max(told.level, level);
      if (isDropped || state === 'dropped') continue;
      told.byRecipient.set(recipient, Math.max(told.byRecipient.get(recipient) ?? 0, level));
      if (state !== 'sent') {
        later(told.waiting, level, due);
        told.waitingFor.add(recipient);
      } else if (sent !== null) later(told.sent, level, sent);
    }
  }
  return memory;
}
