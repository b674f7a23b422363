import type { ReadyCall } from '../../lib/calls/call-draft';
import type { RecordAnswer } from '../../lib/protocol/recording';
import type { SessionFile } from '../../lib/schema/session-file';
import { tab } from './background-api';
import type { Browser } from './browser';
import type { Panel, Popup } from './codes';
import { scope, script } from './worker';

/** How long somebody waits for an answer that must come, milliseconds: longer than any limit in the code. */
const patience = 45_000;
/** How long somebody looks at a screen, milliseconds. */
const glance = 20_000;

/** Somebody who uses the extension, and goes on whatever ends meanwhile. */
export interface User {
  browser: Browser;
  /** Questions that nobody has answered. */
  hung: string[];
  /** What the popup has said of a recording. */
  told: RecordAnswer;
  /** A recording that was saved as a file. */
  saved: SessionFile | undefined;
  /** All that pages were asked to log while they were shown. */
  logged: number;
  /** Does something with a view; `undefined` when that fails, or the view has gone. */
  does<T>(
    what: string,
    view: { place: { isEnded: boolean } },
    act: () => Promise<T>,
  ): Promise<T | undefined>;
  sees(isSo: () => unknown): Promise<boolean>;
  log(name: string): void;
  /** Likewise in the page's frame, where it has one. */
  logInFrame(name: string): void;
  /** A view that is open: another one where that has gone. */
  panel(): Panel;
  popup(): Popup;
  ask(what: 'recordingOf' | 'startRecording' | 'stopRecording'): Promise<void>;
}

/** Somebody at a browser. */
export const createUser = (browser: Browser): User => {
  const { world } = browser;
  let panel: Panel | undefined;
  let popup: Popup | undefined;
  const user: User = {
    browser,
    hung: [],
    told: null,
    saved: undefined,
    logged: 0,
    async does(what, view, act) {
      if (view.place.isEnded) return undefined;
      let isOver = false;
      let value: Awaited<ReturnType<typeof act>> | undefined;
      act().then(
        (given) => {
          value = given as never;
          isOver = true;
        },
        () => {
          isOver = true;
        },
      );
      const isDone = await world.until(() => isOver || view.place.isEnded, patience);
      if (!isDone) user.hung.push(what);
      return value;
    },
    sees: (isSo) => world.until(isSo, glance),
    log(name) {
      if (!browser.isShown) return;
      browser.document.log(name);
      user.logged++;
    },
    logInFrame(name) {
      const { inner } = browser;
      if (!inner) return;
      inner.log(name);
      user.logged++;
    },
    panel() {
      if (!panel || panel.place.isEnded) panel = browser.openPanel();
      return panel;
    },
    popup() {
      if (!popup || popup.place.isEnded) popup = browser.openPopup();
      return popup;
    },
    async ask(what) {
      const view = user.popup();
      const told = await user.does(what, view, () => view.background[what](tab));
      if (told !== undefined) user.told = told;
    },
  };
  return user;
};

const worker = { scope, scriptURL: script };
const call: ReadyCall = { method: 'initSubscription', args: [], instance: '', config: undefined };
const pushes = (panel: Panel): number =>
  panel.live().session.entries.filter(({ kind, status }) => kind === 'push' && status === 'ok')
    .length;
const liveOf = (panel: Panel) => panel.live().live.status;
const hasEntry = (panel: Panel, name: string): boolean =>
  panel.live().session.entries.some((entry) => entry.name === name);
const recorded = (user: User, count: number) => async (): Promise<boolean> => {
  await Promise.resolve();
  return (user.told?.entries ?? 0) >= count;
};

/** Looks at the popup again until it shows as many entries. */
const looksFor = async (user: User, count: number): Promise<void> => {
  for (let look = 0; look < 4; look++) {
    await user.ask('recordingOf');
    if (await recorded(user, count)()) return;
    await user.browser.world.until(() => false, 300);
  }
};

/** What is done with the extension, by name. */
export const scenarios: Record<string, (user: User) => Promise<void>> = {
  async record(user) {
    await user.ask('startRecording');
    user.log('one');
    user.log('two');
    await looksFor(user, 2);
    user.log('three');
    await user.ask('stopRecording');
  },
  async 'record over a navigation'(user) {
    await user.ask('startRecording');
    user.log('one');
    await looksFor(user, 1);
    user.browser.navigate();
    user.log('two');
    await looksFor(user, 2);
    await user.ask('stopRecording');
  },
  async 'record a frame'(user) {
    await user.ask('startRecording');
    user.browser.addFrame();
    user.logInFrame('one');
    user.log('two');
    await looksFor(user, 2);
    user.logInFrame('three');
    await user.ask('stopRecording');
  },
  async 'look at a frame'(user) {
    const panel = user.panel();
    user.browser.addFrame();
    user.logInFrame('one');
    await user.sees(() => hasEntry(panel, 'one'));
    const key = panel.live().session.entries.find(({ name }) => name === 'one')?.key;
    if (key) panel.live().change({ type: 'remark', key, remark: { isBookmarked: true } });
    user.logInFrame('two');
    await user.sees(() => hasEntry(panel, 'two'));
  },
  async watch(user) {
    const panel = user.panel();
    await user.sees(() => panel.live().session.state);
    panel.live().live.start();
    await user.sees(() => liveOf(panel).workers.some(({ scope }) => scope !== null));
    user.browser.worker.push();
    await user.sees(() => pushes(panel) > 0);
  },
  async 'watch in Firefox'(user) {
    const panel = user.panel();
    await user.sees(() => panel.live().session.state);
    panel.live().live.start();
    await user.sees(() => liveOf(panel).state === 'attached');
    user.browser.requests.ask();
    await user.sees(() => pushes(panel) > 0);
  },
  async send(user) {
    const panel = user.panel();
    await user.does('push', panel, () => panel.live().pushes.changeSubscription(worker));
  },
  async 'send to a worker that is watched'(user) {
    const panel = user.panel();
    panel.live().live.start();
    await user.sees(() => liveOf(panel).workers.some(({ scope }) => scope !== null));
    await user.does('push', panel, () => panel.live().pushes.changeSubscription(worker));
    if (!panel.place.isEnded) panel.live().live.stop();
  },
  async call(user) {
    const panel = user.panel();
    await user.sees(() => panel.live().session.connection === 'connected');
    await user.does('call', panel, () => panel.live().calls.run(call, 'gesture'));
    await user.does('call', panel, () => panel.live().calls.run(call, 'plain'));
  },
  async 'ask for a click'(user) {
    const panel = user.panel();
    await user.sees(() => panel.live().session.connection === 'connected');
    const called = user.does('click', panel, () => {
      const run = panel.live().calls.run(call, 'click');
      void user.browser.world.clock
        .of(panel.place)
        .setTimeout(() => user.browser.document.fire('click'), 500);
      return run;
    });
    await called;
  },
  async 'change what is stored'(user) {
    const panel = user.panel();
    await user.sees(() => panel.live().session.state);
    await user.does('change', panel, () => panel.live().actions.changeStorage('delete-key', []));
  },
  async note(user) {
    const panel = user.panel();
    const other = user.browser.openPanel();
    user.log('one');
    await user.sees(() => hasEntry(panel, 'one'));
    panel.live().change({ type: 'moment', id: 'm', at: 1, label: 'here' });
    const key = panel.live().session.entries[0]?.key;
    if (key) panel.live().change({ type: 'remark', key, remark: { isBookmarked: true } });
    await user.sees(() => other.live().session.moments.length > 0);
  },
  async 'two panels watch'(user) {
    const first = user.panel();
    const second = user.browser.openPanel();
    first.live().live.start();
    await user.sees(() => liveOf(first).state === 'attached');
    second.live().live.start();
    await user.sees(() => liveOf(second).state === 'taken');
    user.browser.worker.stop();
    user.browser.worker.push();
    await user.sees(() => pushes(first) > 0);
    user.browser.world.end(first.place);
    if (!second.place.isEnded) second.live().live.start();
    await user.sees(() => liveOf(second).state === 'attached');
  },
  async 'save what could not be kept'(user) {
    await user.ask('startRecording');
    user.log('one');
    await looksFor(user, 1);
    user.browser.world.fillDisk(true);
    user.log('two');
    await user.ask('stopRecording');
    const popup = user.popup();
    const { told } = user;
    if (told?.state === 'failed')
      user.saved = await user.does('save', popup, () => popup.recordedFile(told.tab, told.id));
    user.browser.world.fillDisk(false);
    await user.ask('stopRecording');
  },
  async 'hand over from the popup'(user) {
    await user.ask('startRecording');
    user.log('one');
    await user.sees(() => user.popup().tabNow().session.entries.length > 0);
    const panel = user.panel();
    user.browser.world.end(user.popup().place);
    user.log('two');
    await user.sees(() => hasEntry(panel, 'two'));
    await user.does('push', panel, () => panel.live().pushes.changeSubscription(worker));
    await user.ask('stopRecording');
  },
};
