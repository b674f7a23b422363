/** Features that a promised browser lacks and the code uses all the same: by their path in MDN's data, with what happens there. */
export const tolerated: Readonly<Record<string, string>> = {
  'webextensions.api.tabs.Tab.cookieStoreId':
    'Chrome has no containers: `undefined`, which container.ts takes for “not told”.',
  'webextensions.api.webRequest.filterResponseData':
    'watch-web-requests.ts is for Firefox alone: Chrome has the debugger.',
  'webextensions.api.webRequest.StreamFilter.ondata': 'As filterResponseData.',
  'webextensions.api.webRequest.StreamFilter.onstop': 'As filterResponseData.',
  'webextensions.api.webRequest.StreamFilter.write': 'As filterResponseData.',
  'webextensions.api.webRequest.StreamFilter.close': 'As filterResponseData.',
  'webextensions.api.tabs.onReplaced': 'Firefox replaces no tab: asked for with `?.`.',
  'api.PushSubscriptionOptions.userVisibleOnly':
    'Firefox does not say: `null` in the reading, “unknown” in State.',
  'html.elements.meta.name.viewport':
    'For phones, where a page of a session is opened too: other browsers read past it.',
  'css.properties.break-after.avoid': 'On paper alone: a heading may end a page.',
};
