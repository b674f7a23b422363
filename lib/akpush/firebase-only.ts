/** Browsers in which the SDK logs `Only firebase supported` outside of Firebase mode, by its own names. */
const browsers: readonly string[] = ['Opera', 'Yandex Browser', 'Samsung Internet for Android'];

/** Whether the SDK works in this browser in Firebase mode only. */
export const isFirebaseOnly = (browser: string): boolean => browsers.includes(browser);
