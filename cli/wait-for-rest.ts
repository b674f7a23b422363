import type { SessionDiagnosis } from '../lib/diagnosis/diagnose-session';
import { isSettled } from '../lib/diagnosis/diagnosis-input';
import type { Session } from '../lib/model/session';

/** How often the session is looked at, milliseconds. */
const pause = 200;

/** For so long nothing else may have been said: a worker that waits is one after two seconds. Milliseconds. */
const quiet = 2_500;

/** What is waited with. */
export interface RestWays {
  session(): Session;
  diagnose(session: Session): SessionDiagnosis | undefined;
  /** Called each time that the session is looked at; throws where waiting has no sense any more. */
  look(session: Session): void | Promise<void>;
  /** Whether something is under way that the session does not know of. */
  isBusy(): boolean;
}

/** Two that say the same have the same. */
const gist = ({ document, verdict, chain, findings, checks }: SessionDiagnosis): string =>
  JSON.stringify([
    document,
    verdict.id,
    chain.nodes.map(({ state, isWarned }) => [state, isWarned]),
    findings.map(({ id, severity }) => [id, severity]),
    checks.map(({ answer }) => answer),
  ]);

/** Resolves when a page has loaded, nothing is under way in it, and what is said of it stays the same. `isDone`: what else must have happened. */
export const waitForRest = async (
  { session, diagnose, look, isBusy }: RestWays,
  isDone: (session: Session) => boolean = () => true,
): Promise<void> => {
  let last = '';
  let since = Date.now();
  for (;;) {
    const now = session();
    await look(now);
    const made = now.state ? diagnose(now) : undefined;
    const next = made ? gist(made) : '';
    const isLoaded = now.state?.value.isLoaded === true;
    const isResting = made && isLoaded && isSettled(now) && !isBusy() && isDone(now);
    if (!isResting || next !== last) since = Date.now();
    last = next;
    if (isResting && Date.now() - since >= quiet) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
