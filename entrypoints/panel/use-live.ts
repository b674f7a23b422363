import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SessionClock } from '../../components/shell/use-still-session';
import { openPort } from '../../lib/messaging/open-port';
import { newRef } from '../../lib/model/new-ref';
import type { LiveStatus, LiveWatch } from '../../lib/protocol/live-status';
import type { SessionChange } from '../../lib/session/session-change';
import type { LiveClient } from './live-client';
import { ofWorkers } from './of-workers';

/** The watch on the workers of a tab's site: nothing of it is loaded before somebody asks for it. */
export const useLive = (
  tab: number,
  by: LiveStatus['by'],
  /** Must be the same for as long as the tab is: a watch does not outlive it. */
  change: (change: SessionChange) => void,
  clock: SessionClock,
): LiveWatch => {
  const [status, setStatus] = useState<LiveStatus>({ state: 'off', by, workers: [] });
  const [leftOut, setLeftOut] = useState(0);
  const client = useRef<Promise<LiveClient> | undefined>(undefined);
  const actions = useMemo(
    () => ({
      start() {
        client.current ??= import('./live-client').then(({ liveClient }) =>
          liveClient({
            name: newRef(),
            openPort: () => openPort({ kind: 'live', address: { tab, frame: 0 } }),
            change,
            session: clock.now,
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
    [tab, by, change, clock],
  );
  useEffect(
    () => () => {
      actions.stop();
      client.current = undefined;
    },
    [actions],
  );
  const { state } = ofWorkers(clock.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is another reading
  useEffect(() => {
    // Also a reading that found nothing new tells when it was so.
    const read = () => {
      const { state: now } = ofWorkers(clock.now());
      if (now) void client.current?.then((each) => each.read(now));
    };
    read();
    return clock.onTick(read);
  }, [state, clock]);
  return { status, leftOut, ...actions };
};
