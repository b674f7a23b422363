import type { Expectations } from '../lib/expectations/expectations-schema';
import type { Device } from './device-settings';
import type { BrowserName } from './find-browser';
import type { KnownFinding } from './known-finding';
import type { FailLevel, Permission, PushServiceName, Scenario } from './page-result';
import type { Header } from './read-header';
import type { Viewport } from './read-viewport';
import type { RuleLevels } from './rule-level';

/** The longest time of a page, seconds. */
export const mostSeconds = 3_600;
/** How many pages can be checked at the same time. */
export const mostAtOnce = 32;

/** What `check` was asked for. */
export interface CheckOptions {
  urls: readonly string[];
  /** A sitemap that names more pages. */
  sitemap: string | undefined;
  browser: BrowserName;
  scenario: Scenario;
  /** What is clicked to subscribe; `undefined`: the SDK is called. */
  click: string | undefined;
  /** The message of the scenario `push`; `undefined`: what the Push view begins with. */
  push: string | undefined;
  /** Whether the notification is clicked that the push has shown. */
  clickShown: boolean;
  permission: Permission;
  /** Whether it is left to be what the browser's profile has. */
  keepsPermission: boolean;
  /** What servers are answered that ask for a name and a password. */
  user: { name: string; password: string } | undefined;
  /** A script that is run in the browser before a page is checked, its file. */
  before: string | undefined;
  /** Cookies of each page's site. */
  cookies: readonly { name: string; value: string }[];
  /** Sent with each request to a page's site. */
  headers: readonly Header[];
  /** Of one page, seconds. */
  timeout: number;
  /** How many pages are checked at the same time. */
  atOnce: number;
  failOn: FailLevel;
  /** Levels of rules on all pages. */
  rules: RuleLevels;
  /** Levels of rules on pages that fit; of two that fit, the later one is right. */
  pages: readonly { url: string; rules: RuleLevels }[];
  /** Known findings. */
  baseline: readonly KnownFinding[];
  /** What the site must do. */
  expectations: Expectations | undefined;
  /** The file that makes known what was found. */
  writeBaseline: string | undefined;
  /** Whether lines for GitHub Actions are written too. */
  annotations: boolean;
  /** The size of what pages are shown in; `undefined`: the browser's. */
  viewport: Viewport | undefined;
  /** What pages are shown on; `undefined`: the machine itself. */
  device: Device | undefined;
  /** Whether each page's beginning and end is told on the error output, where that is no terminal too. */
  progress: boolean;
  json: string | undefined;
  junit: string | undefined;
  markdown: string | undefined;
  /** One web page with the panel's views. */
  html: string | undefined;
  /** A file, or a folder where there are several pages. */
  saveSession: string | undefined;
  /** Where a browser that runs already listens; `undefined`: browsers are started. */
  connect: string | undefined;
  /** Whether pages are opened in that browser's own profile. */
  inProfile: boolean;
  /** The hub of a Selenium Grid, whose browsers are used. */
  grid: string | undefined;
  /** What the Grid's browsers must be. */
  capabilities: Readonly<Record<string, unknown>>;
  /** Whose push service browsers have that are started. */
  pushService: PushServiceName;
  browserArgs: readonly string[];
  browserPrefs: Readonly<Record<string, string | number | boolean>>;
}
