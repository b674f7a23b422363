/** Where Chromium has the settings of a page's site. */
export const siteSettings = (url: string): string =>
  `chrome://settings/content/siteDetails?site=${encodeURIComponent(URL.canParse(url) ? new URL(url).origin : url)}`;
