import type { MadeOf, MadeStep } from '../../lib/model/entry';
import { recordPush } from '../../lib/push/record-push';
import type { SessionChange } from '../../lib/session/session-change';

let refs = 0;

/**
 * Puts a push into a session, and with it what became of it. `send` sends it and gives its steps; what it throws is thrown again, when the session has it.
 * `name`: the event's, where it is none of a push.
 */
export const notePush = (
  change: (change: SessionChange) => void,
  detail: MadeOf<'push'>['detail'],
  send: () => Promise<readonly MadeStep[]>,
  name: MadeOf<'push'>['name'] = 'push',
): Promise<void> =>
  recordPush(change, `check:${++refs}`, { name, detail }, async () => ({
    steps: [...(await send())],
  }));
