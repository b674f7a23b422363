import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { FrameAddress } from '../../lib/protocol';
import { emptySession, reduce, type Session, type SessionChange } from '../../lib/session';
import { connectPanel, type PanelConnection } from './connect';
import { openRuntimePort } from './runtime-port';

/** The inspected tab's session, live, and what the panel can ask for. */
export interface LiveSession {
  session: Session;
  change(change: SessionChange): void;
  retry(): void;
  reload(): void;
}

/** Connects to a tab and keeps its session. `isPreserved`: entries of earlier pages stay. */
export const useSession = (address: FrameAddress, isPreserved: boolean): LiveSession => {
  const [session, change] = useReducer(reduce, emptySession);
  const preserve = useRef(isPreserved);
  preserve.current = isPreserved;
  const connection = useRef<PanelConnection | undefined>(undefined);
  const { tab, frame } = address;
  useEffect(() => {
    const opened = connectPanel(
      () => openRuntimePort({ tab, frame }),
      change,
      () => preserve.current,
    );
    connection.current = opened;
    return () => opened.close();
  }, [tab, frame]);
  const retry = useCallback(() => connection.current?.retry(), []);
  const reload = useCallback(() => connection.current?.reload(), []);
  return { session, change, retry, reload };
};
