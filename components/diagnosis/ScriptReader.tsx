import { useEffect, useRef } from 'preact/hooks';
import { scriptToRead } from '../../lib/diagnosis/script-to-read';
import type { Session } from '../../lib/session';
import type { PanelActions } from '../../lib/state/panel-actions';

interface ScriptReaderProps {
  session: Session;
  fetchScript: PanelActions['fetchScript'];
}

/** What changes much mostly comes to rest in this time, milliseconds. */
const pause = 300;

/** Asks for the script of the SDK's worker once per version, for as long as it is there. Shows nothing. */
export function ScriptReader({ session, fetchScript }: ScriptReaderProps) {
  const read = useRef(new Set<string>());
  useEffect(() => {
    const timer = setTimeout(() => {
      const script = scriptToRead(session);
      if (!script || read.current.has(script.version)) return;
      read.current.add(script.version);
      // That no answer comes is told by the browser's own attempt.
      fetchScript(script.url).catch(() => {});
    }, pause);
    return () => clearTimeout(timer);
  }, [session, fetchScript]);
  return null;
}
