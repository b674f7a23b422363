import type { BrowserName } from './find-browser';
import type { FailLevel, Permission, Scenario } from './page-result';

/** What `check` was asked for. */
export interface CheckOptions {
  urls: readonly string[];
  browser: BrowserName;
  scenario: Scenario;
  /** What is clicked to subscribe; `undefined`: the SDK is called. */
  click: string | undefined;
  permission: Permission;
  /** Of one page, seconds. */
  timeout: number;
  /** How many pages are checked at the same time. */
  atOnce: number;
  failOn: FailLevel;
  json: string | undefined;
  junit: string | undefined;
  markdown: string | undefined;
  /** A file, or a folder where there are several pages. */
  saveSession: string | undefined;
  browserArgs: readonly string[];
  browserPrefs: Readonly<Record<string, string | number | boolean>>;
}
