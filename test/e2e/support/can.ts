const isChromium = process.env.BROWSER !== 'firefox';

/** What the browser that is tested lets an extension and these tests do. Which browser it is matters where its own words do. */
export const can = {
  /** The extension gets into workers, and acts by a user's gesture: by the debugger. */
  debug: isChromium,
  /** The extension is told which worker a request comes from. */
  seeWorkerRequests: !isChromium,
  /** Tests start, stop and look into workers, from outside. */
  steerWorkers: isChromium,
  /** A page gets a subscription without a key of the server's. */
  subscribeWithoutKey: !isChromium,
  /** The command sees what a worker does with a push that it has delivered, and clicks what was shown. */
  commandWorkers: isChromium,
  /** A profile of its own, which the command opens in a browser that runs, gets subscriptions. */
  subscribeApart: !isChromium,
  /** Tests say what a screen is like, and what the system prefers. */
  emulate: isChromium,
  /** Google's hosts are doubles: what is sent through them arrives. Else Mozilla's service is. */
  pushByGoogle: isChromium,
  /** A page may ask for the permission without a user's gesture. */
  askWithoutGesture: isChromium,
  /** A window that is opened can be given a history before its page comes; Firefox drops the navigation then. */
  openWithHistory: isChromium,
  /** Scripts of an extension that is gone still put back what they have wrapped; Firefox ends them without a word. */
  outliveExtension: isChromium,
  /** Scripts of an extension that comes are started in pages that are open. */
  enterOpenPages: !isChromium,
  /** Scripts of an extension are in a frame without an address before the page can write into it. */
  enterEmptyFrames: isChromium,
  /** Hosts are asked for in an extension's page. */
  askHosts: !isChromium,
  /** A tab that is discarded gets another number; in Firefox it keeps it. */
  renumberTabs: isChromium,
  /** The room of one origin can be taken away by tests. */
  limitRoom: isChromium,
  /** An extension of a test outlives the browser; Firefox takes a temporary one away. */
  keepExtension: isChromium,
};

/** Whether the shop has a key, as its address says it: where no subscription comes without. */
export const keyed = can.subscribeWithoutKey ? '0' : '1';
