import type { TabConnection } from '../../lib/messaging/connect-frames';
import type { PageConnection } from '../../lib/messaging/connect-page';
import { inTime } from './in-time';

/** How long the page may take to tell its last when a recording ends, milliseconds. */
const lastWords = 2_000;
const sayEnd = 100;

const ofAll = (line: TabConnection, act: (page: PageConnection) => Promise<void>) =>
  Promise.allSettled(line.all().map(act));

/**
 * Takes all that a tab's documents have recorded, and tells them that the recording ends. `introduced`: the page has said who it is; `framesBack`:
 * so have its frames, of which a background that was started again has to hear first; `isLeft`: whether a page that cannot be reached has left
 * words, which are still on their way.
 */
export const hearLast = async (
  line: TabConnection,
  introduced: Promise<void>,
  framesBack: Promise<void> | undefined,
  isLeft: () => boolean,
): Promise<void> => {
  const heard = introduced.then(async () => {
    const said = await ofAll(line, (each) => each.catchUp());
    if (isLeft() && said.some(({ status }) => status === 'rejected')) await new Promise(() => {});
    if (!framesBack) return;
    await framesBack;
    await ofAll(line, (each) => each.catchUp());
  });
  await inTime(heard, 'the last words', lastWords).catch(() => {});
  await inTime(
    ofAll(line, ({ page }) => page.noteRecorded(null)),
    'the end',
    sayEnd,
  ).catch(() => {});
  line.close();
};
