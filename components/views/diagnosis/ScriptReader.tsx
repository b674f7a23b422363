import { useEffect, useRef } from 'preact/hooks';
import { pageScriptsToRead } from '../../../lib/diagnosis/page-scripts-to-read';
import { scriptToRead } from '../../../lib/diagnosis/script-to-read';
import type { Session } from '../../../lib/model/session';
import type { PanelActions } from '../../../lib/state/panel-actions';

interface ScriptReaderProps {
  session: Session;
  actions: Pick<PanelActions, 'fetchScript' | 'fetchTag'>;
}

/** What changes much mostly comes to rest in this time, milliseconds. */
const pause = 300;

/**
 * Asks for the script of the SDK's worker once per version, and, where AKPush did not come, for those of the page's tags once per document, for as
 * long as it is there. Shows nothing.
 */
export function ScriptReader({ session, actions }: ScriptReaderProps) {
  const read = useRef(new Set<string>());
  useEffect(() => {
    // That no answer comes is told by the report, or by the browser's own attempt.
    const readOnce = (version: string, ask: () => Promise<unknown>) => {
      if (read.current.has(version)) return;
      read.current.add(version);
      ask().catch(() => {});
    };
    const timer = setTimeout(() => {
      const script = scriptToRead(session);
      if (script) readOnce(script.version, () => actions.fetchScript(script.url));
      for (const tag of pageScriptsToRead(session))
        readOnce(`${session.state?.document} ${tag.url}`, () => actions.fetchTag(tag));
    }, pause);
    return () => clearTimeout(timer);
  }, [session, actions]);
  return null;
}
