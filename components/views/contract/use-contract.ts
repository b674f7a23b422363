import { useState } from 'preact/hooks';
import { type Contract, mostKept } from '../../../lib/expectations/contracts';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import { expectationsText, readExpectations } from '../../../lib/expectations/read-expectations';
import { type Phrase, phrase } from '../../../lib/model/phrase';
import { SaidError, saidOf } from '../../../lib/model/said-error';
import type { Session } from '../../../lib/model/session';
import type { LiveContract } from '../../shell/workspace';

/** What can be done with a site's contract. */
export interface ContractWork {
  /** Why the last thing could not be done; empty: it was. */
  problem: Phrase;
  /** What there was before the last change; `undefined`: nothing was changed. */
  before: Contract | null | undefined;
  make(): Promise<void>;
  open(file: File): Promise<void>;
  remove(): void;
  undo(): void;
}

/** Changes the contract of the site that is shown. What was there stays where a file cannot be read, and comes back by `undo`. */
export const useContract = (session: Session, state: LiveContract | undefined): ContractWork => {
  const [problem, setProblem] = useState<Phrase>('');
  const [before, setBefore] = useState<Contract | null>();
  const change = (next: Contract | null) => {
    setProblem('');
    setBefore(state?.contract ?? null);
    state?.change?.(next);
  };
  /** Keeps a file that can be read; says why where it cannot. */
  const take = async (read: () => Contract | Promise<Contract>): Promise<void> => {
    try {
      const next = await read();
      if (next.text.length > mostKept) throw new SaidError(phrase('contractTooLarge'));
      readExpectations(next.text);
      change(next);
    } catch (error) {
      setProblem(saidOf(error));
    }
  };
  return {
    problem,
    before,
    make: () =>
      take(() => {
        const made = expectationsFrom(session);
        return { name: made.name ?? '', text: expectationsText(made) };
      }),
    open: (file) =>
      take(async () => {
        // A character has at most three bytes in UTF-8.
        if (file.size > 3 * mostKept) throw new SaidError(phrase('contractTooLarge'));
        return { name: file.name, text: await file.text() };
      }),
    remove: () => change(null),
    undo() {
      state?.change?.(before ?? null);
      setBefore(undefined);
    },
  };
};
