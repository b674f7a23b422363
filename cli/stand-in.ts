/** What the runner and the stand-in exchange: messages of the panel's line, both ways. */
export interface Exchange {
  /** Which line it is: no other one has its name, by whomever it was opened. */
  line: string;
  /** The document that has answered on it; absent: it is to be opened, and where it is open already it stays as it is. */
  document?: string | undefined;
  messages: unknown[];
  /** How many messages have been said on the line before these: an answer may be lost, and who asks again says them again. */
  before: number;
  /** How many messages of the line have been heard. */
  heard: number;
}

/** What has come up since the messages that have been heard, and in which document; or that the line is of another one. */
export type ExchangeAnswer = { up: unknown[]; document: string } | 'gone';

/** What the keeper of a document has heard of: AKPush, an error about it, or neither. */
export type Heard = 'sdk' | 'trouble' | 'nothing';

/** The stand-in's globals in the isolated world. */
export interface StandInWorld {
  akpushExchange?(given: Exchange): ExchangeAnswer;
  /** Answers when the keeper has heard of something else than what is known, and after so many milliseconds anyway. */
  akpushHeard?(known: Heard | undefined, longest: number): Promise<Heard>;
  /** The keeper's. */
  akpushInspector?: { line?: EventTarget; hasSdk: boolean; hasTrouble?: true };
}

/**
 * Stands in for the extension's API in the isolated world, for as much of it as keeper, bridge and reader use: a port that the runner empties
 * and fills. It goes into the page as text, and must be complete in itself.
 */
export const standIn = (scheme: string): void => {
  type Listener = (value: unknown) => void;
  interface Line {
    name: string;
    /** What is not known to have been heard, and how much was. */
    up: unknown[];
    heard: number;
    /** How many messages it was told. */
    told: number;
    hear: Listener[];
    close: Listener[];
  }
  const onConnect: Listener[] = [];
  // Two documents may have opened the same line: where an answer was lost, and where one of them comes back.
  const id = `${performance.timeOrigin} ${Math.random()}`;
  let line: Line | undefined;
  let waiting: (() => void)[] = [];
  const open = (name: string): Line => {
    const opened: Line = { name, up: [], heard: 0, told: 0, hear: [], close: [] };
    const port = {
      name: 'bridge',
      postMessage: (message: unknown) => opened.up.push(message),
      onMessage: { addListener: (listener: Listener) => opened.hear.push(listener) },
      onDisconnect: { addListener: (listener: Listener) => opened.close.push(listener) },
    };
    for (const listener of onConnect) listener(port);
    return opened;
  };
  const api = {
    runtime: {
      getURL: (path: string) => `${scheme}://akpush-inspector/${path}`,
      onConnect: { addListener: (listener: Listener) => onConnect.push(listener) },
      // The keeper has heard of something.
      sendMessage: () => {
        for (const wake of waiting.splice(0)) wake();
        return Promise.resolve();
      },
    },
    storage: { local: { set: () => Promise.resolve() } },
    extension: { inIncognitoContext: false },
  };
  const world = globalThis as StandInWorld;
  for (const name of ['browser', 'chrome'])
    Object.defineProperty(world, name, { value: api, configurable: true });
  const heard = (): Heard => {
    const { hasSdk, hasTrouble } = world.akpushInspector ?? { hasSdk: false };
    return hasSdk ? 'sdk' : hasTrouble ? 'trouble' : 'nothing';
  };
  world.akpushHeard = async (known, longest) => {
    if (heard() === known)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          waiting = waiting.filter((each) => each !== wake);
          resolve();
        }, longest);
        const wake = (): void => {
          clearTimeout(timer);
          resolve();
        };
        waiting.push(wake);
      });
    return heard();
  };
  world.akpushExchange = ({ line: name, document: of, messages, before, heard }) => {
    if (of === undefined && line?.name !== name) line = open(name);
    if (line?.name !== name || (of !== undefined && of !== id)) return 'gone';
    const said = messages.slice(Math.max(0, line.told - before));
    line.told = Math.max(line.told, before + messages.length);
    for (const message of said) for (const hear of line.hear) hear(message);
    line.up.splice(0, heard - line.heard);
    line.heard = Math.max(line.heard, heard);
    return { up: [...line.up], document: id };
  };
};
