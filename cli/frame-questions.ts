import type { PageScripts } from './page-scripts';
import type { ReachedFrame } from './reach-by-bidi';
import { exchangeBy, type ReachedPage } from './reach-page';
import type { Heard, StandInWorld } from './stand-in';
import { within } from './within';

/** What a frame is asked. Each rejects where it does not answer in time. */
export interface FrameQuestions {
  /** What its keeper has heard, as soon as that is something else than what is known, and after a while anyway; `undefined`: nothing of the inspector began there. */
  hear(known: Heard | undefined): Promise<Heard | undefined>;
  /** Whether it has an AKPush, whoever has heard of that. */
  isThere(): Promise<boolean>;
  /** Brings keeper and stand-in in, where AKPush came before them. */
  enterLate(): Promise<void>;
  /** The address of its document; `undefined`: that has not loaded. */
  loadedUrl(): Promise<string | undefined>;
  /** Has the hook look for an AKPush that it has not heard of. */
  lookAgain(): Promise<void>;
  /** The stand-in's exchange; bridge and reader are brought first. */
  exchange: ReachedPage['exchange'];
}

/** A frame answers after so many milliseconds, also where there is no news; so long an answer is waited for. */
const longest = 3_000;
const answerWithin = 5_000;

/** Runs in the isolated world: must be complete in itself. */
const hearHere = (known: Heard | null, longest: number): Promise<Heard> | undefined =>
  (globalThis as StandInWorld).akpushHeard?.(known ?? undefined, longest);

/** Runs in a frame's own world: whether it has an AKPush. A getter is the page's code, and an element of that id is no property of the window's own. */
const isThere = (): boolean => {
  const value = Object.getOwnPropertyDescriptor(globalThis, 'AKPush')?.value;
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
};

/** Runs in the isolated world: whether nothing is in the document, as in what browsers show where an `<object>` will be. */
const isEmpty = (): boolean => !document.querySelector('head > *, body > *');

/** Runs in the isolated world: has the hook look for AKPush, as it does when it is asked for entries. */
const lookAgain = (): void => {
  const { line } = (globalThis as StandInWorld).akpushInspector ?? {};
  line?.dispatchEvent(new CustomEvent('ask', { detail: `${Number.MAX_SAFE_INTEGER}` }));
};

/** Runs in the isolated world of a frame in which nothing of the inspector began: nobody else can say there that AKPush was found. */
const noteFound = (): void => {
  const world = globalThis as StandInWorld;
  world.akpushInspector = { hasSdk: true };
};

/** Asks a frame. */
export const frameQuestions = (
  { isolated, inPage }: ReachedFrame,
  { isolated: script, inspected }: PageScripts,
): FrameQuestions => {
  const inTime = <Value>(asking: Promise<Value>): Promise<Value> =>
    within(answerWithin, asking, 'The frame does not answer.');
  const exchange = exchangeBy(isolated);
  const isFound = async (): Promise<boolean> =>
    (await inTime(inPage<boolean>(`(${isThere})()`))) === true;
  return {
    hear: (known) =>
      inTime(isolated(`(${hearHere})(${JSON.stringify(known ?? null)}, ${longest})`)),
    isThere: async () => !(await inTime(isolated(`(${isEmpty})()`))) && (await isFound()),
    async enterLate() {
      await inTime(isolated(`(${script})()`));
      await inTime(isolated(`(${noteFound})()`));
    },
    loadedUrl: () =>
      inTime(isolated("document.readyState === 'complete' ? document.URL : undefined")),
    async lookAgain() {
      if (await isFound()) await inTime(isolated(`(${lookAgain})()`));
    },
    async exchange(given) {
      if (given.document === undefined) await inTime(isolated(`${inspected}`));
      return inTime(exchange(given));
    },
  };
};
