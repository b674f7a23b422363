import { currentDocument } from '../model/current-document';
import type { ScriptState } from '../model/page-state';
import type { Session } from '../model/session';

/** The tags that should have brought AKPush and have not, whose servers are to be asked for the script: none where something holds a tag back. */
export const pageScriptsToRead = ({ pages, state }: Session): readonly ScriptState[] => {
  const page = currentDocument({ pages });
  const isWatched = page?.hooked && state?.document === page.document && state.value.isLoaded;
  if (!isWatched || page.sdk) return [];
  return (state.value.scripts ?? []).filter(
    ({ attribute, url }) => attribute === 'src' && /^https?:/.test(url),
  );
};
