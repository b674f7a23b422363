import type { Encoded } from '../model/encoded-value';
import type { MadeStep } from '../model/entry';

/** A notification as a page is told of it. */
export interface ShownNotification {
  title: string;
  body: string;
  tag: string;
  data: Encoded;
}

/** How often is looked for notifications, milliseconds. */
const lookEvery = 100;

/** What was not shown before. */
const newOnes = (
  before: readonly ShownNotification[],
  now: readonly ShownNotification[],
): ShownNotification[] => {
  const left = before.map((each) => JSON.stringify(each));
  return now.filter((each) => {
    const at = left.indexOf(JSON.stringify(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/**
 * Looks for the notifications that a push shows, for at most so many milliseconds, and gives them as steps of it. `read`: those that are shown now;
 * `before`: those that were shown before it.
 */
export const watchNotifications = async (
  read: () => Promise<readonly ShownNotification[]>,
  before: readonly ShownNotification[],
  longest: number,
): Promise<{ shown: MadeStep[]; end(): Promise<MadeStep> }> => {
  const until = Date.now() + longest;
  let fresh: ShownNotification[] = [];
  let seenAt = 0;
  let quiet = 0;
  // Shown, and quiet for a moment: the handler may go on after it.
  while (Date.now() < until && quiet < 5) {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    const now = newOnes(before, await read());
    const isSame = now.length === fresh.length && now.length > 0;
    quiet = isSame ? quiet + 1 : 0;
    if (fresh.length === 0 && now.length > 0) seenAt = Date.now();
    fresh = now;
  }
  return {
    shown: fresh.map(({ title, body, tag, data }) => ({
      kind: 'worker-step',
      name: 'showNotification',
      status: 'ok',
      time: seenAt,
      detail: { data: { title, options: { body, tag, data } } },
    })),
    async end() {
      const after = await read();
      return {
        kind: 'worker-step',
        name: 'notifications',
        status: 'ok',
        time: Date.now(),
        detail: { data: { before, after } as unknown as Encoded },
      };
    },
  };
};
