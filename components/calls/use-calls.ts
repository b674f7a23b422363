import { useCallback, useState } from 'preact/hooks';
import type { CallActions, RunMode } from '../../lib/calls/call-actions';
import { type CallDraft, type DraftRead, readDraft } from '../../lib/calls/call-draft';
import { type CallStore, withMade } from '../../lib/calls/saved-calls';

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
  setStore(store: CallStore): void;
  setDraft(draft: CallDraft): void;
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
  const setStore = useCallback(
    (next: CallStore) => {
      hold(next);
      onStore(next);
    },
    [onStore],
  );
  const setDraft = (draft: CallDraft) => {
    setProblems({});
    setStore({ ...store, draft });
  };
  const make = async (draft: CallDraft, mode: RunMode, page: number | undefined) => {
    const read = readDraft(draft);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    setProblems({});
    setStore(withMade({ ...store, draft }, draft, Date.now()));
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
    } catch (error) {
      const { name, message } = error as Error;
      setRun({
        ...begun,
        phase: 'refused',
        problem: name === 'Error' ? message : `${name}: ${message}`,
      });
    }
  };
  const dismiss = () => {
    if (run?.phase === 'click') actions.dropClick();
    setRun(null);
  };
  return { store, run, problems, setStore, setDraft, make, dismiss };
};
