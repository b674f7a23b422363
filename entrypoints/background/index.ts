import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { openPanelWindow } from './panel-window';
import { relayPanels } from './relay';
import { showFound } from './toolbar';

/** The background: relays between panels and pages. It keeps nothing that it could not lose when the browser stops it. */
export default defineBackground({
  type: 'module',
  main() {
    relayPanels();
    browser.runtime.onMessage.addListener(showFound);
    browser.action.onClicked.addListener(openPanelWindow);
  },
});
