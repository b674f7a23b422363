import puppeteer, { type Browser } from 'puppeteer-core';
import type { BrowserSocket } from './open-socket';

/** puppeteer over a connection, which is closed where the browser refuses it. */
export const puppeteerOver = (socket: BrowserSocket): Promise<Browser> =>
  puppeteer
    .connect({
      protocol: 'webDriverBiDi',
      transport: socket,
      defaultViewport: null,
      networkEnabled: false,
    })
    .catch((error) => {
      socket.close();
      throw error;
    });
