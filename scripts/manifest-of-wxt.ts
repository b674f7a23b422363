/** What WXT adds to the manifest for a browser, but for version and icons: it follows from the folders of entrypoints/. `npm run check` holds builds to it. */
export const manifestOfWxt = (browser: string) => ({
  manifest_version: 3,
  // The title is that of the popup's page.
  action: { default_title: 'AKPush Inspector', default_popup: 'popup.html' },
  background: {
    type: 'module',
    ...(browser === 'firefox'
      ? { scripts: ['background.js'] }
      : { service_worker: 'background.js' }),
  },
  devtools_page: 'devtools.html',
  options_ui: { open_in_tab: true, page: 'options.html' },
});
