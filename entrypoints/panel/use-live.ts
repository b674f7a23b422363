import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { openPort } from '../../lib/messaging/open-port';
import type { Session } from '../../lib/model/session';
import type { LiveStatus, LiveWatch } from '../../lib/protocol/live-status';
import type { SessionChange } from '../../lib/session/session-change';
import type { LiveClient } from './live-client';

/** The watch on the workers of a tab's site: nothing of it is loaded before somebody asks for it. */
export const useLive = (
  tab: number,
  by: LiveStatus['by'],
  change: (change: SessionChange) => void,
  latest: { readonly current: Session },
): LiveWatch => {
  const [status, setStatus] = useState<LiveStatus>({ state: 'off', by, workers: [] });
  const [leftOut, setLeftOut] = useState(0);
  const client = useRef<Promise<LiveClient> | undefined>(undefined);
  const actions = useMemo(
    () => ({
      start() {
        client.current ??= import('./live-client').then(({ liveClient }) =>
          liveClient({
            openPort: () => openPort({ kind: 'live', address: { tab, frame: 0 } }),
            change,
            session: () => latest.current,
            onStatus(next, count) {
              setStatus(next);
              setLeftOut(count);
            },
          }),
        );
        void client.current.then((each) => each.start(by));
      },
      stop: () => void client.current?.then((each) => each.stop()),
    }),
    [tab, by, change, latest],
  );
  useEffect(
    () => () => {
      actions.stop();
      client.current = undefined;
    },
    [actions],
  );
  const { state } = latest.current;
  useEffect(() => {
    if (state) void client.current?.then((each) => each.read(state));
  }, [state]);
  return { status, leftOut, ...actions };
};
