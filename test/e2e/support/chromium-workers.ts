import type { CDPSession, Protocol } from 'puppeteer-core';
import type { Page } from './browser';
import { poll } from './poll';

/** What Chromium itself can do with the service workers of a page's site, as its DevTools do. */
export interface ChromiumWorkers {
  /** Delivers a push as a push service would: the worker gets a trusted event. */
  push(scope: string, data: string): Promise<void>;
  /** Stops the worker of a scope; resolves when it has stopped. */
  stop(scope: string): Promise<void>;
  /**
   * Adds a handler to a worker that runs, with which no push ends. A worker that is to be stopped in the middle is held so, and not by an answer that
   * does not come: Chromium 156 crashed in about one of forty times where a request of the worker was on its way, and the debugger of an extension looked at its network.
   */
  holdPushes(script: string): Promise<void>;
  /**
   * Notes from now on what a worker that runs has shown, until it is stopped. Whoever asks the page at the moment at which a notification is shown may
   * have it forgotten: Chromium 156 drops what it does not find among those that are shown yet.
   */
  noteShown(script: string): Promise<void>;
  /** Waits until so many notifications that were noted are shown. */
  waitForShown(script: string, count: number): Promise<void>;
  /** Runs a function in the realm of a worker that runs. */
  evaluate<Args extends unknown[], Result>(
    script: string,
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
}

interface Shows {
  showNotification(...args: unknown[]): Promise<void>;
}

/** What is used of a worker's realm. */
interface WorkerRealm {
  registration: Shows;
  ServiceWorkerRegistration: { prototype: Shows };
  shownCount: number;
}

type Version = Protocol.ServiceWorker.ServiceWorkerVersion;

/** Opens Chromium's own door to the workers of a page's site. It closes with the page. */
export const openChromiumWorkers = async (page: Page): Promise<ChromiumWorkers> => {
  const session: CDPSession = await page.puppeteer.createCDPSession();
  const ids = new Map<string, string>();
  const versions = new Map<string, Version>();
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    for (const { scopeURL, registrationId, isDeleted } of registrations)
      if (!isDeleted) ids.set(scopeURL, registrationId);
  });
  session.on('ServiceWorker.workerVersionUpdated', (event) => {
    for (const version of event.versions) versions.set(version.versionId, version);
  });
  await session.send('ServiceWorker.enable');
  const idOf = (scope: string) => poll(`registration ${scope}`, () => ids.get(scope) as string);
  const browser = page.puppeteer.browser();
  const evaluate: ChromiumWorkers['evaluate'] = async (script, fn, ...args) => {
    const target = browser
      .targets()
      .find((each) => each.type() === 'service_worker' && each.url().startsWith(script));
    if (!target) throw new Error(`No worker of ${script} runs.`);
    const realm = await target.createCDPSession();
    try {
      const { result, exceptionDetails } = await realm.send('Runtime.evaluate', {
        expression: `(${fn})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await realm.detach();
    }
  };
  return {
    async push(scope, data) {
      const registrationId = await idOf(scope);
      const { origin } = new URL(scope);
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    },
    async stop(scope) {
      const registration = await idOf(scope);
      const running = () =>
        [...versions.values()].filter(
          ({ registrationId, runningStatus }) =>
            registrationId === registration && runningStatus !== 'stopped',
        );
      for (const { versionId } of running())
        await session.send('ServiceWorker.stopWorker', { versionId });
      await poll('stop of the worker', () => running().length === 0);
    },
    holdPushes: (script) =>
      evaluate(script, () =>
        addEventListener('push', (event) =>
          (event as unknown as { waitUntil(ends: Promise<never>): void }).waitUntil(
            new Promise(() => {}),
          ),
        ),
      ),
    async noteShown(script) {
      await evaluate(script, () => {
        const realm = globalThis as unknown as WorkerRealm;
        const { prototype } = realm.ServiceWorkerRegistration;
        realm.shownCount = 0;
        // What others wrap is called as it is then.
        realm.registration.showNotification = async (...args) => {
          await prototype.showNotification.apply(realm.registration, args);
          realm.shownCount++;
        };
      });
    },
    async waitForShown(script, count) {
      const shown = () => evaluate(script, () => (globalThis as unknown as WorkerRealm).shownCount);
      await poll(`notification ${count}`, async () => (await shown()) === count);
    },
    evaluate,
  };
};
