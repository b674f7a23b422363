import { useCallback, useRef, useState } from 'preact/hooks';
import type { CallActions, RunMode } from '../../../lib/calls/call-actions';
import {
  type CallDraft,
  type DraftRead,
  givenDraft,
  readDraft,
} from '../../../lib/calls/call-draft';
import { type CallStore, withMade } from '../../../lib/calls/saved-calls';
import { isOwnName } from '../../../lib/model/own-error';

/** A call that was made from the panel. */
export interface CallRun {
  method: string;
  /** `asking`: it is being begun; `click`: the user is to click in the page; `begun`; `refused`: it could not be begun. */
  phase: 'asking' | 'click' | 'begun' | 'refused';
  /** Its entry, `null` when it is not in the timeline. */
  key: string | null;
  /** Number of the page that it was made in. */
  page: number | undefined;
  /** Why it was refused. */
  problem: string;
}

/** What the Calls view knows and does; it outlives the view. */
export interface Calls {
  store: CallStore;
  run: CallRun | null;
  /** What was wrong with the draft when it was last tried. */
  problems: Extract<DraftRead, { problems: unknown }>['problems'];
  setStore(change: (held: CallStore) => CallStore): void;
  setDraft(change: Partial<CallDraft>): void;
  /** Takes the instance that the user wants. */
  chooseInstance(instance: string): void;
  /** Takes an instance, unless the user has chosen one. */
  offerInstance(instance: string): void;
  make(draft: CallDraft, mode: RunMode, page: number | undefined): Promise<void>;
  /** Stops watching the call; the call itself goes on. */
  dismiss(): void;
}

/** Keeps the Calls view's state. `onStore` saves what outlives the panel. */
export const useCalls = (
  first: CallStore,
  actions: CallActions,
  onStore: (store: CallStore) => void,
): Calls => {
  const [store, hold] = useState(first);
  const [run, setRun] = useState<CallRun | null>(null);
  const [problems, setProblems] = useState<Calls['problems']>({});
  // Two changes can come before the next frame: each is made to what the other left.
  const latest = useRef(first);
  const setStore = useCallback(
    (change: (held: CallStore) => CallStore) => {
      latest.current = change(latest.current);
      hold(latest.current);
      onStore(latest.current);
    },
    [onStore],
  );
  const setDraft = useCallback(
    (change: Partial<CallDraft>) => {
      setProblems({});
      setStore((held) => ({ ...held, draft: { ...held.draft, ...change } }));
    },
    [setStore],
  );
  const isInstanceChosen = useRef(first.draft.instance !== '' || first.history.length > 0);
  const chooseInstance = useCallback(
    (instance: string) => {
      isInstanceChosen.current = true;
      setDraft({ instance });
    },
    [setDraft],
  );
  const offerInstance = useCallback(
    (instance: string) => {
      if (!isInstanceChosen.current) setDraft({ instance });
    },
    [setDraft],
  );
  const make = async (draft: CallDraft, mode: RunMode, page: number | undefined) => {
    const read = readDraft(draft);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    setProblems({});
    setStore((held) => ({ ...held, draft }));
    const asked = Date.now();
    const { method } = read.call;
    const begun: CallRun = {
      method,
      phase: mode === 'click' ? 'click' : 'asking',
      key: null,
      page,
      problem: '',
    };
    setRun(begun);
    try {
      const made = await actions.run(read.call, mode);
      setRun(made ? { ...begun, phase: 'begun', key: made.key } : null);
      // One that the user did not want to click for, or that could not be begun, was never made.
      if (made) setStore((held) => withMade(held, givenDraft(draft), asked));
    } catch (error) {
      const { name, message } = error as Error;
      setRun({
        ...begun,
        phase: 'refused',
        problem: name === 'Error' || isOwnName(name) ? message : `${name}: ${message}`,
      });
    }
  };
  const dismiss = () => {
    if (run?.phase === 'click') actions.dropClick();
    setRun(null);
  };
  return {
    store,
    run,
    problems,
    setStore,
    setDraft,
    chooseInstance,
    offerInstance,
    make,
    dismiss,
  };
};
