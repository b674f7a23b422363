import type { BrowserName } from '../find-browser';
import { begin } from './begin';
import { bidiDoor } from './bidi-door';
import { InspectError } from './inspect-error';
import type { Inspected, InspectOptions } from './inspected';

export { InspectError, type InspectErrorCode } from './inspect-error';
export * from './inspected';

/** What is used of WebdriverIO's `Browser`. */
export interface WebdriverIoBrowser {
  isBidi: boolean;
  capabilities: object;
  getWindowHandle(): Promise<string>;
  send(command: never): Promise<unknown>;
  on(event: never, listener: (params: never) => void): unknown;
  $(selector: string): unknown;
}

const nameOf = ({ capabilities }: WebdriverIoBrowser): BrowserName => {
  const { browserName = '' } = capabilities as { browserName?: string };
  return /firefox/i.test(browserName) ? 'firefox' : 'chromium';
};

/** Watches the tab that is shown, from its next document on: call it before `url`. */
export const inspect = async (
  browser: WebdriverIoBrowser,
  options: InspectOptions = {},
): Promise<Inspected> => {
  if (!browser.isBidi)
    throw new InspectError(
      'not-supported',
      'This session has no WebDriver BiDi: it must be asked for with the capability webSocketUrl: true.',
    );
  const context = await browser.getWindowHandle();
  const name = nameOf(browser);
  const tab = {
    name,
    context,
    async send<Result>(method: string, params: object): Promise<Result> {
      const answer = await browser.send({ method, params } as never);
      return (answer as { result: Result }).result;
    },
    on: (event: string, hear: (params: unknown) => void): void =>
      void browser.on(event as never, hear as never),
    async click(selector: string): Promise<void> {
      await ((await browser.$(selector)) as { click(): Promise<void> }).click();
    },
  };
  return await begin({ target: browser, page: context, browser: name }, options, (scripts) =>
    bidiDoor(tab, scripts),
  );
};
