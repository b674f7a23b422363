import { UsageError } from './usage-error';

/** The size of what a page is shown in, CSS pixels. */
export interface Viewport {
  width: number;
  height: number;
}

/** The largest that is taken, pixels: more than any screen has, and less than makes a browser end. */
const most = 10_000;

/** Reads `390x844`; throws a `UsageError`. */
export const readViewport = (given: string | undefined): Viewport | undefined => {
  if (given === undefined) return undefined;
  const [, width, height] = (/^(\d{1,5})x(\d{1,5})$/.exec(given) ?? []).map(Number);
  if (!width || !height || width > most || height > most)
    throw new UsageError(`--viewport ${given}: expected WIDTHxHEIGHT in pixels, as 390x844`);
  return { width, height };
};
