import { useEffect, useState } from 'preact/hooks';
import type { Finding, FixId } from '../../../lib/diagnosis/finding';
import type { LiveDiagnosis } from '../../../lib/diagnosis/follow-diagnosis';
import { findingIds, isReadSince, type PressedFix } from '../../../lib/diagnosis/judge-fix';
import { useSessionNow } from '../../shell/use-session-now';
import type { FixWork } from './FindingFixes';

/** The fix that was pressed last: the view may be left while it works, as for the call that `init-again` shows. */
let held: PressedFix | null = null;

/** Longer than it takes from a reading to its diagnosis, milliseconds. */
const untilDiagnosed = 300;

/** Remembers the fix that was pressed last, and when the page was diagnosed since. */
export const usePressedFix = (diagnosis: LiveDiagnosis | undefined) => {
  const [, draw] = useState(0);
  const set = (next: PressedFix | null): void => {
    held = next;
    draw((count) => count + 1);
  };
  const pressed = held && held.document === diagnosis?.document ? held : undefined;
  const session = useSessionNow(pressed !== undefined && !pressed.isDiagnosed);
  const isRead = pressed !== undefined && isReadSince(pressed, session);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is set is read when it is
  useEffect(() => {
    if (!isRead) return;
    const timer = setTimeout(() => held && set({ ...held, isDiagnosed: true }), untilDiagnosed);
    return () => clearTimeout(timer);
  }, [isRead]);
  /** Does the work of a fix, and rejects as that does. One that the user has cancelled was never pressed. */
  const press = async (
    finding: Finding,
    fix: FixId,
    work: FixWork,
    waits: PressedFix['waits'],
  ): Promise<void> => {
    if (!diagnosis) return;
    const { document, findings } = diagnosis;
    const before = findingIds(findings);
    const begunAt = Date.now();
    const begun: PressedFix = {
      ...{ fix, finding, document, before, begunAt, endedAt: null, isDiagnosed: false },
      ...(waits && { waits }),
    };
    set(begun);
    // Another one may have been pressed since.
    const end = (more: Partial<PressedFix>) =>
      held === begun && set({ ...begun, endedAt: Date.now(), ...more });
    try {
      const result = await work();
      if (result !== null) end(result === undefined ? {} : { result });
      else if (held === begun) set(null);
    } catch (error) {
      end({ problem: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  };
  return { pressed, press, forget: () => set(null) };
};
