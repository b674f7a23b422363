import type { Devtools, I18n } from 'webextension-polyfill';

/** The browser's own object: with the polyfill every DevTools that is opened would load all that the background has beside it. */
const native = globalThis as unknown as Record<
  'browser' | 'chrome',
  { i18n: I18n.Static; devtools: { panels: Devtools.Static['panels'] } }
>;
const { i18n, devtools } = native.browser ?? native.chrome;

// Always there, also on pages without AKPush: a panel that is missing looks like a broken extension.
void devtools.panels.create(i18n.getMessage('panelTitle'), 'icon/32.png', 'panel.html');
