import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from './check-options';
import type { Config } from './config-schema';
import type { Scenario } from './page-result';
import { UsageError } from './usage-error';

/** What is said of what is done with pages. */
export interface ScenarioFlags {
  scenario: Scenario | undefined;
  click?: string | undefined;
  push?: string | undefined;
  'click-notification': boolean;
}

/** Scenarios in which something may be clicked: the page is to subscribe. */
export const clicking: readonly Scenario[] = ['subscribe', 'push'];

/** A message: JSON, or the text of a file. */
const readMessage = (given: string, folder: string): string => {
  if (/^\s*[{[]/.test(given))
    try {
      JSON.parse(given);
      return given;
    } catch (error) {
      throw new UsageError(`--push: ${(error as Error).message}`);
    }
  try {
    return readFileSync(path.resolve(folder, given), 'utf8');
  } catch (error) {
    throw new UsageError(`--push ${given}: ${(error as Error).message}`);
  }
};

/** What is done with pages. An option takes the place of what the configuration says, and of what cannot go with the option. */
export const readScenario = (
  { scenario: given, click, push, 'click-notification': clickShown }: ScenarioFlags,
  config: Pick<Config, 'scenario' | 'click' | 'browser'>,
  folder: string,
): Pick<CheckOptions, 'scenario' | 'click' | 'push' | 'clickShown'> => {
  const isPushed = push !== undefined || clickShown;
  if (isPushed && given !== undefined && given !== 'push')
    throw new UsageError(
      `${push === undefined ? '--click-notification' : '--push'} belongs to --scenario push`,
    );
  if (clickShown && config.browser === 'firefox')
    throw new UsageError('--click-notification: only in Chromium can a program click it');
  if (click !== undefined && given !== undefined && !clicking.includes(given))
    throw new UsageError('--click belongs to --scenario subscribe or push');
  const told = isPushed ? 'push' : given;
  const message = push === undefined ? undefined : readMessage(push, folder);
  if (click !== undefined) {
    const isPush = (told ?? config.scenario) === 'push';
    return { scenario: isPush ? 'push' : 'subscribe', click, push: message, clickShown };
  }
  const scenario = told ?? config.scenario ?? (config.click === undefined ? 'load' : 'subscribe');
  return {
    scenario,
    click: clicking.includes(scenario) ? config.click : undefined,
    push: message,
    clickShown,
  };
};
