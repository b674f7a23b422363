import browser from 'webextension-polyfill';
import type { FoundFrame } from '../../lib/protocol/page';

type World = { akpushInspector?: { hasSdk: boolean; hasTrouble?: true; line?: EventTarget } };

/** Of so many frames that use an AKPush that they do not have one is told. */
const mostTroubled = 5;

/** What was found in a tab. */
export interface FoundFrames {
  /** Those that have AKPush, the page itself among them; then some that have only an error about it. */
  frames: FoundFrame[];
  /** Of the page in which they were found. */
  url: string;
  timeOrigin: number;
}

interface Heard {
  /** `null`: the keeper came too late to hear of anything; `trouble`: of an error about AKPush alone. */
  isHeard: boolean | 'trouble' | null;
  url: string;
  timeOrigin: number;
}

/** Runs in the isolated world: whether the keeper has heard of AKPush. */
const hear = (): Heard => {
  const { akpushInspector: kept } = globalThis as World;
  return {
    isHeard: kept?.hasSdk || (kept?.hasTrouble ? 'trouble' : kept && !kept.line ? null : false),
    url: location.href,
    timeOrigin: performance.timeOrigin,
  };
};

/** Runs in the page's world of a frame without a hook. An element with that id is no property of the window's own, and a getter is the page's code. */
const isThere = (): boolean => {
  const value = Object.getOwnPropertyDescriptor(globalThis, 'AKPush')?.value;
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
};

/** Runs in the isolated world: nobody else can say so there. */
const note = (): void => {
  const { akpushInspector: kept } = globalThis as World;
  if (kept) kept.hasSdk = true;
};

/** The frames of a tab that have AKPush now; `undefined` where nothing can be asked. */
export const findFrames = async (tab: number): Promise<FoundFrames | undefined> => {
  const run = async <T>(func: () => T, of: object, world?: 'MAIN') => {
    const target = { tabId: tab, ...of };
    return browser.scripting.executeScript({
      target,
      func,
      injectImmediately: true,
      ...(world && { world: world as never }),
    });
  };
  /** A document that a page has made empty, and written into, can have AKPush and no hook. */
  const findLate = async (frameIds: number[]): Promise<number[]> => {
    if (frameIds.length === 0) return [];
    const found = await run(isThere, { frameIds }, 'MAIN');
    const late = found.flatMap(({ frameId, result }) => (result === true ? [frameId] : []));
    if (late.length > 0) await run(note, { frameIds: late });
    return late;
  };
  try {
    const ran = await run(hear, { allFrames: true });
    const heard = new Map(ran.map(({ frameId, result }) => [frameId, result as Heard | undefined]));
    const page = heard.get(0);
    if (!page) return undefined;
    const framesWith = (wanted: Heard['isHeard']): number[] =>
      [...heard].flatMap(([frame, said]) => (said?.isHeard === wanted ? [frame] : []));
    const late = await findLate(framesWith(null).filter((frame) => frame !== 0)).catch(() => []);
    const all = await browser.webNavigation.getAllFrames({ tabId: tab });
    const parentOf = new Map(
      (all ?? []).map(({ frameId, parentFrameId }) => [frameId, parentFrameId]),
    );
    const parentsOf = (frame: number): number[] => {
      const parent = parentOf.get(frame) ?? -1;
      return parent < 0 ? [] : [parent, ...parentsOf(parent)];
    };
    // One that has gone meanwhile is not listed.
    const tell = (found: number[], sdk: boolean): FoundFrame[] =>
      found.flatMap((frame) =>
        parentOf.has(frame) ? [{ frame, sdk, parents: parentsOf(frame) }] : [],
      );
    const troubled = framesWith('trouble').filter((frame) => frame !== 0);
    const frames = [
      ...tell([...framesWith(true), ...late], true),
      ...tell(troubled.slice(0, mostTroubled), false),
    ];
    return { frames, url: page.url, timeOrigin: page.timeOrigin };
  } catch {
    return undefined;
  }
};
