import type { Runtime, Storage } from 'webextension-polyfill';
import {
  type LastWords,
  lastWordsPlace,
  type RecordedPageMessage,
} from '../../lib/messaging/tab-message';
import type { PageInfo } from '../../lib/protocol';
import type { PanelLine } from './panel-line';

/** How long a closed line may stay so before the background is woken: it mostly opens another, milliseconds. */
const patience = 1_000;

/** What the bridge does for the recorder, of whom the browser may take the background away. */
export interface RecordedPage {
  /** The recorder speaks by this line, and has kept all up to that number; `null`: it records no more. */
  note(line: PanelLine, kept: number | null): void;
  /** Somebody has got all up to that number. */
  asked(line: PanelLine, after: number): void;
  closed(line: PanelLine): void;
}

/** Wakes the background when the recorder's line is closed, and gives it what it lacks when the page goes. */
export const followRecorder = (
  { runtime, storage: places }: { runtime: Runtime.Static; storage: Storage.Static },
  info: () => PageInfo,
  entries: (after: number) => string | undefined,
): RecordedPage => {
  let isRecorded = false;
  let line: PanelLine | undefined;
  let kept = 0;
  /** What the recorder has got: more than it has kept while its line is open. */
  let got = 0;
  const wake = async (): Promise<void> => {
    if (!runtime.id) return;
    const message: RecordedPageMessage = { recordedPage: true };
    // Whoever answers that nothing is recorded has ended it meanwhile.
    if ((await runtime.sendMessage(message).catch(() => {})) === false) isRecorded = false;
  };
  addEventListener('pagehide', () => {
    for (let after = got, isMore = isRecorded && !!runtime.id; isMore; ) {
      const batch = entries(after);
      const [, last, more] = /^{"last":(\d+),"more":(\w+)/.exec(batch ?? '') ?? [];
      if (!batch || Number(last) <= after) return;
      const words: LastWords = { info: info(), after, batch };
      const key = `${lastWordsPlace}${words.info.document}:${after}`;
      void places.local.set({ [key]: words }).catch(() => {});
      after = Number(last);
      isMore = more === 'true';
    }
  });
  return {
    note(from, upTo) {
      isRecorded = upTo !== null;
      line = isRecorded ? from : undefined;
      kept = upTo ?? 0;
      got = Math.max(got, kept);
    },
    asked(by, after) {
      if (by === line) got = after;
    },
    closed(which) {
      if (which !== line) return;
      line = undefined;
      got = kept;
      setTimeout(() => {
        if (isRecorded && !line) void wake();
      }, patience);
    },
  };
};
