import type { StateReader } from '../model/state-reader';

/** What the keeper leaves for the bridge in the isolated world, where no page can see it. */
export interface Kept {
  /** What the keeper has handed to the hook; absent where it came late. */
  line?: EventTarget;
  /** AKPush was found. */
  hasSdk: boolean;
  /** Something was noted in a document that has no AKPush: an error about it. */
  hasTrouble?: true;
  /** Set by the bridge: it is there, and must not be started again. */
  hasBridge?: true;
  /** Set by the reader. */
  reader?: StateReader;
}

/** The isolated world's only global of ours. */
export const kept = (): Kept => {
  const world = globalThis as { akpushInspector?: Kept };
  world.akpushInspector ??= { hasSdk: false };
  return world.akpushInspector;
};
