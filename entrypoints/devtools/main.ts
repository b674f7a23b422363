import browser from 'webextension-polyfill';

// Always there, also on pages without AKPush: a panel that is missing looks like a broken extension.
await browser.devtools.panels.create(
  browser.i18n.getMessage('panelTitle'),
  'icon/32.png',
  'panel.html',
);
