/** Whether a worker's script is the one that Firebase's library registers by itself. */
export const isFirebaseWorker = (scriptURL: string): boolean =>
  /firebase-messaging-sw\.js/i.test(scriptURL);
