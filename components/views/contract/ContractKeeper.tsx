import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type Contract,
  type ContractState,
  type Contracts,
  readContracts,
  setContract,
} from '../../../lib/expectations/contracts';
import type { Session } from '../../../lib/model/session';
import type { Outcomes } from '../../../lib/outcome/outcomes';
import type { ContractStore, LiveContract } from '../../shell/workspace';
import { useChunk } from '../../ui/use-chunk';
import { MissedExpectations } from './MissedExpectations';

interface ContractKeeperProps {
  /** Of the page that is shown; empty: none is. */
  origin: string;
  session: Session;
  outcomes: Outcomes;
  store: ContractStore;
  onState(state: LiveContract): void;
}

/** How often a session that changes all the time is checked at most, milliseconds. */
const pause = 150;

const unchecked: ContractState = {
  contract: undefined,
  problem: '',
  checked: [],
  marks: new Map(),
};

const loadParts = () => import('./parts');

/** The buttons, which are loaded where the view is shown. */
function Tools() {
  const parts = useChunk(loadParts, true);
  return parts ? <parts.ContractTools /> : null;
}

/** Keeps what sites must do, and checks the session after each change. Nothing is seen of it. */
export function ContractKeeper(props: ContractKeeperProps) {
  const { origin, session, outcomes, store, onState } = props;
  const [contracts, setContracts] = useState<Contracts>();
  useEffect(() => {
    void store.load().then((saved) => setContracts(readContracts(saved)));
  }, [store]);
  const contract = contracts?.[origin];
  const parts = useChunk(loadParts, contract !== undefined);
  const due = useRef(0);
  const isLoaded = contracts !== undefined;
  const live = useMemo(() => {
    const change = (next: Contract | null) => {
      setContracts((held) => setContract(held ?? {}, origin, next));
      // Another panel may have saved that of another site since.
      void store.load().then((saved) => {
        store.save(setContract(readContracts(saved), origin, next));
      });
    };
    return { origin, change, Tools, Missed: MissedExpectations };
  }, [origin, store]);
  // Told once, not with each change of the session: all that is shown would be made again for it.
  useEffect(() => {
    if (isLoaded && origin !== '' && !(contract && parts))
      onState({ ...unchecked, contract, ...live });
  }, [isLoaded, contract, parts, origin, live, onState]);
  useEffect(() => {
    if (!contract || !parts || origin === '') return;
    const wait = Math.max(0, Math.min(due.current - Date.now(), pause));
    const timer = setTimeout(() => {
      due.current = Date.now() + pause;
      onState({ ...parts.checkContract(contract, session, outcomes), ...live });
    }, wait);
    return () => clearTimeout(timer);
  }, [contract, parts, origin, session, outcomes, live, onState]);
  return null;
}
