/** Whether an address looks like that of a build of the SDK, of its container or of Altcraft's tag manager. */
export const looksLikeSdk = (url: string): boolean =>
  /ak[-_]?push|ak[-_]container|\/actm[/.]/i.test(url);

/** Whether an address is that of Altcraft's tag manager. */
export const isTagManager = (url: string): boolean => /\/actm[/.]/i.test(url);

/** Whether an address is that of Firebase's library, which builds to 2021 bring by scripts of their own. */
export const isFirebaseScript = (url: string): boolean =>
  /\/firebase(?:-(?:app|messaging|compat)[\w-]{0,20})?\.js/i.test(url);
