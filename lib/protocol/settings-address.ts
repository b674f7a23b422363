const known =
  /^(?:chrome|brave):\/\/(?:policy|gcm-internals|settings\/(?:safetyCheck|privacy|content\/(?:notifications|siteDetails\?site=[\w%.-]+)))$/;

/** Whether an address is one of the browser's own pages that advice names: those alone are opened, whatever a text of a page says. */
export const isSettingsAddress = (address: string): boolean => known.test(address);
