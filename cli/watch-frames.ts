import type { Line } from '../lib/messaging/line';
import type { FoundFrame, RelayEvents } from '../lib/protocol/page';
import type { Driver } from './driver';
import { type FrameQuestions, frameQuestions } from './frame-questions';
import { openPageLine, type PageLine } from './page-line';
import type { PageScripts } from './page-scripts';
import type { ReachedFrame } from './reach-by-bidi';
import type { ReachedPage } from './reach-page';
import type { Heard } from './stand-in';

/** The frames of a page, by numbers that they are given as they come. */
export interface FrameWatch {
  /** What a frame shows; `undefined` where it has gone. */
  reach(frame: number): ReachedPage | undefined;
  /** The browser's own id of a frame. */
  contextOf(frame: number): string | undefined;
  /** Opens a line to a frame. */
  open(frame: number): Line;
  /** Tells again which frames have AKPush: the page shows another document, or has another line. */
  tellAgain(): void;
  /** The frame that somebody looks at: it is asked as often as the page. */
  look(frame: number): void;
  /** Whether a frame that has come a moment ago loads, or has said nothing so far. */
  isBusy(): boolean;
  /** Addresses of frames of which nothing is known: they do not answer, or there are too many. */
  unwatched(): string[];
  /** Resolves when no frame is asked any more. */
  close(): Promise<void>;
}

interface Frame {
  context: string;
  parent: string;
  number: number;
  url: string;
  /** What it said last, also where it shows another document since; `isHeard`: whether the one that is shown has said something. */
  heard?: Heard;
  isHeard: boolean;
  /** The browser's id of a document's coming; `undefined`: none comes. */
  loading: string | undefined;
  /** When it came or began to load another document, and when it was asked last, milliseconds since the epoch. */
  since: number;
  askedAt: number;
  /** Whether it is asked now, and which of the loops that have asked it: the last one goes on. */
  isAsked: boolean;
  turn: number;
  reached: ReachedFrame;
  questions: FrameQuestions;
  line: PageLine | undefined;
  wake: () => void;
}

/** What the browser tells of a frame, or of a tab. */
interface ContextInfo {
  context: string;
  url?: string;
  parent?: string | null;
  navigation?: string | null;
}

/** So many frames are asked at a time what they have heard: where there are more, each in its turn. So many that have errors about AKPush are told of. */
const mostAsked = 100;
const mostTroubled = 5;

/** The longest pause before a frame that does not answer is asked again, milliseconds. */
const longest = 3_000;

/** A frame is not asked again before, however often it navigates, milliseconds; where it has not answered, later each time. */
const shortest = 200;

/** So long a frame that has come is waited for, and so long all of a document together, milliseconds. */
const patience = 5_000;
const patienceForAll = 10_000;

/** A frame that has come when nobody waits any more is nothing unknown before, milliseconds: mostly it answers in a moment, and pages may have new ones all the time. */
const brief = 2_000;

/** Of an address that is longer no more is kept, characters (lib/model/cut-lengths.ts): it is the page's word. */
const longestUrl = 2_000;

/** How often the line to a frame is asked, milliseconds: that of one that is looked at, and that of others. */
const pauses = { looked: 50, other: 250 };

/** An address, without query and fragment where it is too long: nobody knows a secret again that was cut there. */
const cutUrl = (url: string): string =>
  url.length <= longestUrl ? url : (url.split(/[?#]/, 1)[0] ?? '').slice(0, longestUrl);

/** Whether nothing is known of what a frame shows: it has not answered, or another document is on its way. */
const isUnknown = ({ isHeard, loading }: Frame): boolean => !isHeard || loading !== undefined;

/** The later, the later a frame is asked again: who has said nothing yet is before those that are asked for news. */
const turnOf = ({ isHeard, askedAt }: Frame): number => (isHeard ? askedAt : askedAt - patience);

/**
 * Follows the frames of a tab by the browser's events, and tells which of them have AKPush as the extension's background does. A page without frames costs nothing.
 * Each frame answers once when its keeper has heard something: that is told to nobody by itself through every driver. `top`: the page itself;
 * `inFrame`: the way to a frame.
 */
export const watchFrames = (
  { on }: Pick<Driver, 'on'>,
  tab: string,
  top: Pick<ReachedPage, 'isolated'>,
  inFrame: (context: string) => ReachedFrame,
  scripts: PageScripts,
  tellTop: () => Pick<RelayEvents, 'frames'>,
): FrameWatch => {
  const frames = new Map<string, Frame>();
  let count = 0;
  let asked = 0;
  let looked = 0;
  let isClosed = false;
  let firstCame: number | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const pause = (frame: Frame, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      frame.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const of = (number: number): Frame | undefined =>
    [...frames.values()].find((each) => each.number === number);
  const parentsOf = (frame: Frame): number[] => {
    const around = frames.get(frame.parent);
    return around ? [around.number, ...parentsOf(around)] : [0];
  };
  const found = (): FoundFrame[] => {
    const all = [...frames.values()];
    const tell = (heard: Heard): FoundFrame[] =>
      all
        .filter((each) => each.heard === heard)
        .map((each) => ({
          frame: each.number,
          sdk: heard === 'sdk',
          parents: parentsOf(each),
        }));
    return [...tell('sdk'), ...tell('trouble').slice(0, mostTroubled)];
  };
  const tellNow = async (): Promise<void> => {
    telling = undefined;
    const timeOrigin = await top.isolated<number>('performance.timeOrigin').catch(() => undefined);
    if (timeOrigin !== undefined && !isClosed) tellTop().frames(found(), timeOrigin);
  };
  /** A page can have AKPush in many frames, and each says so. */
  const tell = (): void => {
    if (!isClosed) telling ??= setTimeout(() => void tellNow(), shortest / 2);
  };

  /** A frame in which nothing of the inspector began may have AKPush anyway: then it is told, as what is not watched from its beginning. */
  const lookInto = async ({ questions, line }: Frame): Promise<Heard> => {
    if (await questions.isThere()) {
      await questions.enterLate();
      return 'sdk';
    }
    line?.tell.unreachable();
    return 'nothing';
  };
  const take = (frame: Frame, heard: Heard | undefined): void => {
    const isNews = heard !== undefined && heard !== frame.heard;
    if (heard !== undefined) {
      frame.heard = heard;
      frame.isHeard = true;
    }
    if (isNews && (heard !== 'nothing' || frame.line)) tell();
  };
  /** Where a page stops its own loading browsers tell of no end. */
  const seeLoaded = async (frame: Frame): Promise<void> => {
    const { loading } = frame;
    if (loading === undefined) return;
    const url = await frame.questions.loadedUrl();
    if (url !== undefined && cutUrl(url) === frame.url && frame.loading === loading)
      frame.loading = undefined;
  };
  /** The frame that waits for its turn, beside one that has just had it; `undefined`: all others are asked. */
  const nextFrame = (last: Frame): Frame | undefined => {
    let next: Frame | undefined;
    for (const each of frames.values())
      if (!each.isAsked && each !== last && (!next || turnOf(each) < turnOf(next))) next = each;
    return next;
  };
  /** Leaves the place to another frame; where none waits for it, the frame goes on while it is there. */
  const leave = (frame: Frame): void => {
    if (!frame.isAsked) return;
    frame.isAsked = false;
    frame.turn += 1;
    asked -= 1;
    const next = nextFrame(frame) ?? frames.get(frame.context);
    if (next && !isClosed) begin(next);
  };
  const begin = (frame: Frame): void => {
    if (!frame.isAsked) {
      if (asked >= mostAsked) return;
      asked += 1;
      frame.isAsked = true;
    }
    void ask(frame, ++frame.turn);
  };
  const ask = async (frame: Frame, turn: number): Promise<void> => {
    const isOver = (): boolean => isClosed || frame.turn !== turn;
    let failures = 0;
    while (!isOver()) {
      const early = frame.askedAt + shortest - Date.now();
      if (early > 0) await pause(frame, early);
      if (isOver()) return;
      frame.askedAt = Date.now();
      try {
        let heard = await frame.questions.hear(frame.isHeard ? frame.heard : undefined);
        if (isOver()) return;
        const isBare = heard === undefined;
        if (isBare) heard = await lookInto(frame);
        if (isOver()) return;
        take(frame, heard);
        await seeLoaded(frame);
        if (isOver()) return;
        failures = isBare ? failures + 1 : 0;
      } catch {
        // It is being replaced, or busy.
        failures += 1;
      }
      if (isOver()) return;
      if (failures > 0) await pause(frame, Math.min(shortest * 2 ** failures, longest));
      // One that has AKPush keeps its place.
      if (!isOver() && frame.heard !== 'sdk' && frames.size > mostAsked) return leave(frame);
    }
  };
  const drop = (frame: Frame): void => {
    if (isClosed || !frames.delete(frame.context)) return;
    leave(frame);
    frame.wake();
    frame.line?.tell.unreachable();
    void frame.line?.close();
    for (const each of [...frames.values()]) if (each.parent === frame.context) drop(each);
  };

  const isWaitedFor = ({ since }: Frame): boolean => {
    const now = Date.now();
    return now - since < patience && now - (firstCame ?? now) <= patienceForAll;
  };

  on('browsingContext.contextCreated', (params) => {
    const { context, parent, url = '' } = params as ContextInfo;
    if (isClosed || !parent || (parent !== tab && !frames.has(parent)) || frames.has(context))
      return;
    firstCame ??= Date.now();
    const reached = inFrame(context);
    const frame: Frame = {
      ...{ context, parent, url: cutUrl(url), number: ++count },
      ...{ isHeard: false, loading: undefined, isAsked: false },
      ...{ since: Date.now(), askedAt: 0, turn: 0, reached },
      ...{ questions: frameQuestions(reached, scripts), line: undefined, wake: () => {} },
    };
    frames.set(context, frame);
    begin(frame);
  });
  on('browsingContext.contextDestroyed', (params) => {
    const { context } = params as ContextInfo;
    const frame = frames.get(context);
    if (frame) drop(frame);
  });
  const follow = (event: string, act: (frame: Frame, navigation: string) => void): void =>
    on(`browsingContext.${event}`, (params) => {
      const { context, url, navigation } = params as ContextInfo;
      const frame = frames.get(context);
      if (!frame) {
        if (context === tab && event === 'navigationStarted') firstCame = undefined;
        return;
      }
      if (url) frame.url = cutUrl(url);
      act(frame, navigation ?? '');
    });
  follow('navigationStarted', (frame, navigation) => {
    frame.loading = navigation;
    frame.since = Date.now();
  });
  // A hook whose document was replaced hears of no end of loading.
  follow('load', ({ heard, questions }) => {
    if (heard !== 'sdk' && !isClosed) void questions.lookAgain().catch(() => {});
  });
  for (const event of ['load', 'navigationFailed', 'navigationAborted'])
    follow(event, (frame, navigation) => {
      // The end of one that another has taken the place of may be told later.
      if (frame.loading === navigation) frame.loading = undefined;
    });
  // Another document: who waits for an answer of the one before may wait in vain.
  follow('domContentLoaded', (frame) => {
    frame.isHeard = false;
    if (frame.isAsked) begin(frame);
  });

  return {
    reach: (number) => of(number)?.reached,
    contextOf: (number) => of(number)?.context,
    open(number) {
      const frame = of(number);
      if (!frame) throw new Error('The frame has gone.');
      frame.line ??= openPageLine(frame.questions.exchange, () =>
        number === looked ? pauses.looked : pauses.other,
      );
      return frame.line.open();
    },
    tellAgain: () => {
      if (frames.size > 0) tell();
    },
    look(number) {
      looked = number;
    },
    isBusy: () => [...frames.values()].some((each) => isUnknown(each) && isWaitedFor(each)),
    unwatched: () =>
      [...frames.values()]
        .filter((each) => isUnknown(each) || (each.heard === 'sdk' && !each.line))
        .filter((each) => !isWaitedFor(each) && Date.now() - each.since >= brief)
        .map(({ url }) => url),
    async close() {
      isClosed = true;
      clearTimeout(telling);
      for (const frame of frames.values()) frame.wake();
      await Promise.all([...frames.values()].map(({ line }) => line?.close()));
    },
  };
};
