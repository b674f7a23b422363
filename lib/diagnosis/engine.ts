import type { MessageKey } from '../model/message-key';
import { type Advice, forBrowser } from './finding';

/** Browsers differ in their own pages and settings, of which some advice speaks. */
export const engines = ['chromium', 'gecko'] as const;
export type Engine = (typeof engines)[number];

/** The engine that this build of the extension is for. */
export const thisEngine = (): Engine => (import.meta.env.FIREFOX ? 'gecko' : 'chromium');

/** The engine of a browser by what it calls itself, as a session's file does. */
export const engineOf = (userAgent: string): Engine =>
  /\b(?:Firefox|Gecko)\/\d/.test(userAgent) ? 'gecko' : 'chromium';

/** For the person at this browser, where its engine has something of its own to say. */
export const forEngine = (
  engine: Engine,
  keys: Partial<Record<Engine, MessageKey>>,
): readonly Advice[] => {
  const key = keys[engine];
  return key ? [forBrowser(key)] : [];
};

/** Where a browser says whether it is connected to its push service. */
export const connectionKeys = {
  chromium: 'adviceConnectionChromium',
  gecko: 'adviceConnectionGecko',
} as const satisfies Record<Engine, MessageKey>;
