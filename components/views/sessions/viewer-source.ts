import { createContext } from 'preact';
import type { ViewerParts } from '../../../lib/formats/viewer-html';

/** Gives what a viewer page is made of; `undefined`: there is nothing to make one from. */
export const ViewerSource = createContext<(() => Promise<ViewerParts>) | undefined>(undefined);
