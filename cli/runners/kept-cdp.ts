import type { Cdp } from '../deliver-push';

/** One session of Chromium's protocol for as long as a page is watched. */
export interface KeptCdp {
  /** The session, opened when it is first asked for; where that fails it is tried anew the next time. */
  cdp(): Promise<Cdp>;
  close(): Promise<void>;
}

/** Keeps what `open` gives. */
export const keepCdp = (open: () => Promise<Cdp>): KeptCdp => {
  let kept: Promise<Cdp> | undefined;
  return {
    cdp() {
      kept ??= open().catch((error) => {
        kept = undefined;
        throw error;
      });
      return kept;
    },
    async close() {
      const opened = await kept?.catch(() => undefined);
      await opened?.close();
    },
  };
};
