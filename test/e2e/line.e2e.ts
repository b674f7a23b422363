import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/* The line between hook and bridge: who opened the window hears nothing of it, and what a page does to its document does not cut it. */

const story = prepareStory();

interface Sdk {
  events: { emit(name: string, payload?: unknown): boolean };
}
declare const AKPush: Sdk;
declare const chrome: {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
};

const emit = (page: Page, name: string): Promise<void> =>
  page.evaluate((event) => void AKPush.events.emit(event), name);

/** Opens a window from a page, with ears in it before its document comes; `isPatched`: its functions are the opener's too. */
const openWindow = (
  page: Page,
  url: string,
  isPatched: boolean,
  hasHistory = false,
): Promise<void> =>
  page.evaluate(
    (to, patched, historied) => {
      const heard: string[] = [];
      const opened = window.open(to) as Window & typeof globalThis;
      Object.assign(window, { heard, opened });
      for (const target of [opened, opened.document, opened.document.fonts]) {
        for (const name of ['ask', 'say'])
          target.addEventListener(name, ({ type }) => heard.push(type), true);
        // The line itself, where it is handed over.
        target.addEventListener(
          'load',
          (event) => 'relatedTarget' in event && heard.push('line'),
          true,
        );
      }
      // A window that seems to have shown something before.
      for (let n = 0; historied && n < 3; n++) {
        opened.location.hash = `#${n}`;
        try {
          opened.history.pushState(n, '');
        } catch {
          // Chromium lets nobody do so in a document without an address.
        }
      }
      if (!patched) return;
      const { prototype } = opened.EventTarget;
      const { addEventListener: listen, dispatchEvent: dispatch } = prototype;
      prototype.addEventListener = function (...args: Parameters<typeof listen>) {
        heard.push(args[0]);
        listen.apply(this, args);
      };
      prototype.dispatchEvent = function (event) {
        heard.push(event.type);
        return dispatch.call(this, event);
      };
    },
    url,
    isPatched,
    hasHistory,
  );

/** The panel of the window that was opened. */
const openPanelOf = async (desk: Panel, url: string): Promise<Panel> => {
  const tab = await poll('the tab of the opened window', async () => {
    const tabs = await desk.evaluate(() => chrome.tabs.query({}));
    return tabs.find((each) => each.url === url)?.id;
  });
  return story.openPanelOf(tab as number, 'state');
};

/** What an opener hears of the line. */
const wordsOfTheLine = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window as unknown as { heard: string[] }).heard.filter((word) =>
      /^(?:ask|say|line)$/.test(word),
    ),
  );

describe('a window that a page of the site has opened', () => {
  const histories = can.openWithHistory ? [false, true] : [false];
  test.each(histories)('tells its opener nothing (given a history: %s)', async (hasHistory) => {
    const opener = await story.openPage(`${story.demo.site}/empty`);
    const desk = await story.openPanel(opener);
    const url = story.shopUrl();
    await openWindow(opener, url, false, hasHistory);
    const panel = await openPanelOf(desk, url);
    await panel.waitForConnection('connected');
    await panel.waitFor(() => document.querySelector('[data-notice="opener"]') !== null);
    expect(await wordsOfTheLine(opener)).toEqual([]);
    await opener.evaluate(() => (window as unknown as { opened: Window }).opened.close());
  });

  test('whose functions are its opener’s is not watched, and the panel says so', async () => {
    const opener = await story.openPage(`${story.demo.site}/empty`);
    const desk = await story.openPanel(opener);
    const url = story.shopUrl();
    await openWindow(opener, url, true);
    const panel = await openPanelOf(desk, url);
    await panel.waitForConnection('reload-needed');
    expect(await wordsOfTheLine(opener)).toEqual([]);
    await opener.evaluate(() => (window as unknown as { opened: Window }).opened.close());
  });
});

describe('a page whose code would run while the line is in use', () => {
  /** Types of the events that the page's traps have seen the browser at. */
  const seenEvents = (page: Page): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  /** A handler that notes what event is being dispatched whenever it is asked anything. */
  const prepareTraps = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const seen: string[] = [];
      // Whatever trap the browser looks for, it finds none, and is noted.
      const traps = new Proxy({}, { get: () => void seen.push(window.event?.type ?? 'none') });
      Object.assign(window, { seen, traps });
    });

  /** A page whose emitter is a Proxy that was there before AKPush. */
  const openTrapped = async (): Promise<{ page: Page; panel: Panel }> => {
    const page = await story.openPage(`${story.demo.site}/empty`);
    await prepareTraps(page);
    await page.evaluate(() => {
      const { traps } = window as unknown as { traps: ProxyHandler<Sdk['events']> };
      class Made {
        static readonly events = new Proxy({ emit: () => true }, traps);
        initSubscription() {}
      }
      Object.assign(window, { AKPush: Made });
    });
    const panel = await story.openPanel(page, 'timeline');
    await panel.waitForRow({ kind: 'sdk' });
    return { page, panel };
  };

  test('is not run by a question', async () => {
    const { page, panel } = await openTrapped();
    await emit(page, 'heard');
    await panel.waitForRow({ kind: 'event', name: 'heard' });
    const seen = await seenEvents(page);
    expect(seen).toContain('none');
    expect(seen.filter((type) => /^(?:ask|say)$/.test(type))).toEqual([]);
  });

  test.runIf(can.outliveExtension)(
    'is not run when the extension goes and all is put back',
    async () => {
      const { page } = await openTrapped();
      await page.evaluate(() => void Object.assign(window, { wrapped: AKPush.events.emit }));
      await story.browser.reloadExtension();
      await page.waitFor(
        () => AKPush.events.emit !== (window as unknown as Record<string, unknown>).wrapped,
      );
      expect((await seenEvents(page)).filter((type) => /^(?:ask|say)$/.test(type))).toEqual([]);
    },
  );

  test('is not run when the recorder starts on a page without AKPush', async () => {
    const page = await story.openPage(`${story.demo.site}/empty`);
    await prepareTraps(page);
    await page.evaluate(() => {
      const { traps } = window as unknown as { traps: ProxyHandler<object> };
      delete (Event.prototype as { timeStamp?: number }).timeStamp;
      Object.setPrototypeOf(Event.prototype, new Proxy({}, traps));
    });
    const panel = await story.openPanel(page);
    await panel.waitForConnection('no-sdk');
    expect((await seenEvents(page)).filter((type) => /^(?:ask|say)$/.test(type))).toEqual([]);
  });
});

test.runIf(can.enterOpenPages)(
  'a page that is open when the extension comes is told nothing',
  async () => {
    const page = await story.openShop();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const { nodeName } of addedNodes) heard.push(nodeName);
      }).observe(document, { childList: true });
      for (const name of ['ask', 'say'])
        for (const target of [window, document])
          target.addEventListener(name, ({ type }) => heard.push(type), true);
    });
    await story.browser.reloadExtension();
    const panel = await story.openPanel(page);
    await panel.waitForConnection('reload-needed');
    await emit(page, 'unheard');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  },
);

describe('a page that changes its document', () => {
  const changes: Record<string, () => void> = {
    'document.open()': () => {
      document.open();
      document.write('<title>new</title><p>new');
      document.close();
    },
    'document.write() after it has loaded': () => document.write('<p>new'),
    'another root': () => {
      document.documentElement.replaceWith(document.createElement('html'));
    },
    'window.stop(), document.domain and another address': () => {
      window.stop();
      try {
        // biome-ignore lint/correctness/noSelfAssign: that is what pages do to relax the origin
        document.domain = document.domain;
      } catch {}
      history.pushState(null, '', '/elsewhere');
    },
  };
  test.each(Object.keys(changes))('by %s is watched on', async (name) => {
    const page = await story.openShop();
    const panel = await story.openPanel(page, 'timeline');
    await panel.waitForRow({ kind: 'sdk' });
    await page.evaluate(changes[name] as () => void);
    await emit(page, 'afterwards');
    await panel.waitForRow({ kind: 'event', name: 'afterwards' });
    // An error in the SDK, and one that comes later, are heard where listeners were taken off.
    const late = await story.openPanel(page, 'timeline');
    await late.waitForRow({ kind: 'event', name: 'afterwards' });
    await emit(page, 'later');
    await panel.waitForRow({ kind: 'event', name: 'later' });
    await late.waitForRow({ kind: 'event', name: 'later' });
    expect(await panel.connection()).toBe('connected');
  });
});

describe('a response', () => {
  /** Sends text until the browser hangs up, as fast as it is taken. */
  const startEndless = async () => {
    let isClosed = false;
    const server = createServer((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/plain',
        'access-control-allow-origin': '*',
      });
      const send = (): void => {
        while (!isClosed && response.write('x'.repeat(100_000)));
      };
      response.on('drain', send);
      response.on('close', () => (isClosed = true));
      send();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?_push_pix=/push/subscription/save`,
      isClosed: () => isClosed,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  };

  test('whose body the page cancels is not downloaded', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page, 'timeline');
    await panel.waitForRow({ kind: 'sdk' });
    const endless = await startEndless();
    try {
      await page.evaluate(async (url) => {
        const response = await fetch(url);
        await response.body?.cancel();
      }, endless.url);
      // The server never ends by itself. How much it has sent by then is a matter of the machine: Chromium's copies are read as fast as they come.
      // Before the hook gives up by itself, after 10 s.
      await poll('end of the connection', endless.isClosed, 8_000);
      await panel.waitForRow({ kind: 'request', status: 'ok' });
    } finally {
      endless.close();
    }
  });
});
