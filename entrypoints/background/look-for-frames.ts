import { keepLast } from '../../lib/model/keep-last';
import type { FrameAddress } from '../../lib/protocol/page';
import { type FoundFrames, findFrames } from './find-frames';

/** How long a tab is left alone between two looks, milliseconds: a page can have AKPush in a thousand frames, and each says so. */
const rest = 150;

type Taker = (tab: number, found: FoundFrames) => void;

const takers = new Set<Taker>();
const looks = new Map<number, { isAgain: boolean; done: Promise<FoundFrames | undefined> }>();
/** Tabs where a frame has said that it has AKPush, and the tab does not show it: it has gone, or its page is prerendered. */
const unseen = new Set<number>();
/** So many of these: a tab may be closed before it shows such a page. */
const mostUnseen = 100;

/** Calls with what each look finds. */
export const onFrames = (taker: Taker): void => void takers.add(taker);

/** Looks for the tab's frames that have AKPush, for all who want to know: one look at a time, and one more where somebody asks meanwhile. */
export const lookForFrames = (tab: number): Promise<FoundFrames | undefined> => {
  const running = looks.get(tab);
  if (running) {
    running.isAgain = true;
    return running.done;
  }
  const look = async (): Promise<FoundFrames | undefined> => {
    const found = await findFrames(tab);
    if (found) for (const take of takers) take(tab, found);
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (!mine.isAgain) {
      looks.delete(tab);
      return found;
    }
    mine.isAgain = false;
    return look();
  };
  const mine = { isAgain: false, done: Promise.resolve<FoundFrames | undefined>(undefined) };
  looks.set(tab, mine);
  mine.done = look();
  return mine.done;
};

/** AKPush was found in a frame. */
export const noteFrame = async ({ tab, frame }: FrameAddress): Promise<void> => {
  const found = await lookForFrames(tab);
  if (found?.frames.some((each) => each.frame === frame)) return;
  unseen.delete(tab);
  unseen.add(tab);
  keepLast(unseen, mostUnseen);
};

/** The tab shows another page: a prerendered one has said before that it has AKPush. */
export const lookAtCommit = (tab: number): void => {
  if (unseen.delete(tab)) void lookForFrames(tab);
};
