import { useEffect, useRef, useState } from 'preact/hooks';
import { type CallDraft, readDraft } from '../../../lib/calls/call-draft';
import type { CheckupDeps, CheckupPlan } from '../../../lib/checkup/run-checkup';
import type { Checkup, CheckupStepId } from '../../../lib/model/checkup';

/** The script of a checkup comes when one is begun. */
const run = async (
  ways: CheckupDeps,
  plan: CheckupPlan,
  onChange: (checkup: Checkup) => void,
): Promise<void> => {
  const { runCheckup } = await import('../../../lib/checkup/run-checkup');
  await runCheckup(ways, plan, onChange);
};

/** A checkup that outlives its view: evidence is looked at in the timeline meanwhile. */
export interface CheckupRun {
  checkup: Checkup | null;
  /** Whether the checkup is shown in the Calls view, in place of the form. */
  isShown: boolean;
  show(): void;
  hide(): void;
  omit: readonly CheckupStepId[];
  setOmit(omit: readonly CheckupStepId[]): void;
  /** Begins with the profile and the instance of the draft; false when it cannot be read. */
  start(draft: CallDraft): boolean;
  stop(): void;
}

/** Keeps a checkup, running or ended. */
export const useCheckup = (ways: CheckupDeps, isFirst = false): CheckupRun => {
  const [isShown, setIsShown] = useState(isFirst);
  const [checkup, setCheckup] = useState<Checkup | null>(null);
  const [omit, setOmit] = useState<readonly CheckupStepId[]>([]);
  const controller = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const hide = () => setIsShown(false);
  const stop = () => {
    controller.current?.abort();
    ways.calls.dropClick();
  };
  const start = (draft: CallDraft): boolean => {
    // The profile of the form, whatever method it is for.
    const read = readDraft({ ...draft, method: 'initSubscription' });
    if ('problems' in read) return false;
    controller.current?.abort();
    controller.current = new AbortController();
    const { args, instance } = read.call;
    void run(
      ways,
      {
        match: args[0],
        update: args[1],
        instance,
        mode: ways.calls.hasGesture ? 'gesture' : 'click',
        omit,
        signal: controller.current.signal,
      },
      setCheckup,
    );
    return true;
  };
  return { checkup, isShown, show: () => setIsShown(true), hide, omit, setOmit, start, stop };
};
