import { ProtocolError } from 'puppeteer-core';

/**
 * Keeps the command going when a browser goes in the middle of something that the library asks it by itself, which nobody waits for: the page that it
 * was for is told that its browser has ended. Any other failure that nobody waits for ends the command, as it would by itself.
 */
export const outliveBrowsers = (): void => {
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof ProtocolError)) throw reason;
  });
};
