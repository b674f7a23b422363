import { type Begin, bundlePlace } from './place-code';
import type * as BackgroundCode from './places/background';
import type * as ViewCode from './places/view';
import type { PageCode } from './tab';
import type { Place } from './world';

/** What begins a place, for each kind. */
export interface Codes {
  background: Begin<typeof BackgroundCode>;
  page: PageCode;
  view: Begin<typeof ViewCode>;
}

/** The code of all places, bundled. */
export const bundlePlaces = async (): Promise<Codes> => {
  const [background, page, view] = await Promise.all(
    ['background', 'page', 'view'].map((name) => bundlePlace(name)),
  );
  return { background, page, view } as Codes;
};

/** A page of the extension that is open. */
export type View = { place: Place; tab: number };
/** A panel, or the popup. */
export type Panel = View & { live: () => ReturnType<typeof ViewCode.useSession> };
export type Popup = View &
  Pick<typeof ViewCode, 'background' | 'recordedFile'> & {
    tabNow: () => ReturnType<typeof ViewCode.useTab>;
  };
