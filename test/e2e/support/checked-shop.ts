import { afterAll, beforeAll } from 'vitest';
import type { PageResult } from '../../../cli/page-result';
import { provideEnglish } from '../../../scripts/provide-english';
import { type Demo, startDemo } from '../../demo/server';
import { truthOptions } from '../../truth/truth-options';
import { keyed } from './can';
import { type Command, prepareCommand } from './command';

/** The demo's shop and the command that checks it, for the tests of a file. */
export interface CheckedShop {
  readonly demo: Demo;
  readonly command: Command;
  /** A page of the shop for a visitor who allows notifications. `variant`: query parameters of the demo. */
  url(path?: string, variant?: Readonly<Record<string, string>>): string;
}

/** What a shop is asked for so that the browser's SDK can subscribe there. In pull mode it subscribes without a key, as only Firefox does. */
export const shopQuery = (variant: Readonly<Record<string, string>> = {}): URLSearchParams => {
  return new URLSearchParams({ keyed, prompt: 'allowed', ...variant });
};

/** Prepares them, with push services of the command's own: no other is told to the browsers. */
export const prepareCheckedShop = (): CheckedShop => {
  let demo: Demo;
  let command: Command;
  beforeAll(async () => {
    provideEnglish();
    demo = await startDemo();
    command = prepareCommand(truthOptions.browser, ['--push-service', 'double']);
  });
  afterAll(async () => {
    command?.clear();
    await demo?.close();
  });
  return {
    get demo() {
      return demo;
    },
    get command() {
      return command;
    },
    url: (path = '/', variant = {}) => `${demo.site}${path}?${shopQuery(variant)}`,
  };
};

/** What was said of a page in short. */
export const seenOf = (page: Pick<PageResult, 'problem' | 'diagnosis'> | undefined) => ({
  problem: page?.problem,
  verdict: page?.diagnosis?.verdict.id,
  findings: (page?.diagnosis?.findings ?? []).map(({ id }) => id).sort(),
});

/** The same of a page on which all is right. */
export const works = { problem: null, verdict: 'works', findings: [] };
