/** What made a recording. */
export interface About {
  /** The extension's version. */
  extension: string;
  /** The browser as it calls itself. */
  browser: string;
}
