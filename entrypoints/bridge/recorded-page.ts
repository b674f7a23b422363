import type { Runtime, Storage } from 'webextension-polyfill';
import type { PageInfo } from '../../lib/model/page-info';
import type { ContentScriptRequests } from '../../lib/protocol/background';
import { type LastWords, lastWordsPlace } from '../../lib/protocol/last-words';
import type { EntryBatch } from '../../lib/protocol/page';
import type { Question } from '../../lib/protocol/question';
import type { PanelLine } from './panel-line';

/** How long a closed line may stay so before the background is woken: it mostly opens another, milliseconds. */
const timeoutMs = 1_000;

/** How many characters a page may leave: the browser has room for some 10 MB of all pages. */
const mostLeft = 4_000_000;

/** What the bridge does for the recorder, of whom the browser may take the background away. */
export interface RecordedPage {
  /** The recorder speaks by this line, and has kept all up to that number; `null`: it records no more. */
  note(line: PanelLine, kept: number | null): void;
  /** Somebody has got all up to that number. */
  asked(line: PanelLine, after: number): void;
  /** Likewise of notes. */
  askedNotes(line: PanelLine, after: number): void;
  closed(line: PanelLine): void;
}

/** Wakes the background when the recorder's line is closed, and gives it what it lacks when the page goes. */
export const followRecorder = (
  { runtime, storage: places }: { runtime: Runtime.Static; storage: Storage.Static },
  info: () => PageInfo,
  { entries, notes }: { entries(after: number): string | undefined; notes(after: number): string },
): RecordedPage => {
  let isRecorded = false;
  let line: PanelLine | undefined;
  let kept = 0;
  /** What the recorder has got: more than it has kept while its line is open. */
  let got = 0;
  let gotNotes = 0;
  const wake = async (): Promise<void> => {
    if (!runtime.id) return;
    const question: Question<ContentScriptRequests> = { ask: 'isRecorded' };
    const answer = await runtime.sendMessage(question).catch(() => {});
    // Whoever answers that nothing is recorded has ended it meanwhile.
    if ((answer as { ok?: unknown } | undefined)?.ok === false) isRecorded = false;
  };
  /** Answers of the notes after a number, until there are no more. */
  const allNotes = (after: number): string[] => {
    const answers: string[] = [];
    for (let from = after; ; ) {
      const answer = notes(from);
      const [, last, more] = /^{"last":(\d+),"more":(\w+)/.exec(answer) ?? [];
      if (Number(last) > from) answers.push(answer);
      else return answers;
      if (more !== 'true') return answers;
      from = Number(last);
    }
  };
  const leave = (after: number, batch: string, noted = '', part = ''): void => {
    const words: LastWords = { info: info(), after, batch, ...(noted && { notes: noted }) };
    const key = `${lastWordsPlace}${words.info.document}:${part}${after}`;
    void places.local.set({ [key]: words }).catch(() => {});
  };
  const sayLast = (): void => {
    let room = mostLeft;
    let left = got;
    let lost = 0;
    let after = got;
    const canLeave = isRecorded && !!runtime.id;
    const noted = canLeave ? allNotes(gotNotes) : [];
    for (let isMore = canLeave; isMore; ) {
      const batch = entries(after);
      const [, last, more] = /^{"last":(\d+),"more":(\w+)/.exec(batch ?? '') ?? [];
      if (!batch || Number(last) <= after) break;
      room -= batch.length;
      if (room < 0) lost += (JSON.parse(batch) as EntryBatch).entries.length;
      else {
        leave(after, batch);
        left = Number(last);
      }
      after = Number(last);
      isMore = more === 'true';
    }
    // As a page says it that has forgotten them.
    const batch: EntryBatch = {
      last: after,
      more: false,
      first: left + lost + 1,
      forgotten: lost,
      entries: [],
    };
    if (lost > 0) leave(left, JSON.stringify(batch));
    const nothing = JSON.stringify({ ...batch, first: left + 1, last: left, forgotten: 0 });
    // Words of their own: what is too much for the store takes no entries with it.
    noted.forEach((each, index) => {
      room -= each.length;
      if (room >= 0) leave(left, nothing, each, `n${index}:`);
    });
  };
  /** Again and again: `document.open()` takes the listener away, and twice the same is once. */
  const listen = (): void => addEventListener('pagehide', sayLast);
  listen();
  return {
    note(from, upTo) {
      listen();
      isRecorded = upTo !== null;
      line = isRecorded ? from : undefined;
      kept = upTo ?? 0;
      got = Math.max(got, kept);
    },
    asked(by, after) {
      listen();
      if (by === line) got = after;
    },
    askedNotes(by, after) {
      if (by === line) gotNotes = after;
    },
    closed(which) {
      if (which !== line) return;
      line = undefined;
      got = kept;
      // What is told again takes the place of itself.
      gotNotes = 0;
      setTimeout(() => {
        if (isRecorded && !line) void wake();
      }, timeoutMs);
    },
  };
};
