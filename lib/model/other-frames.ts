import { framesOf } from './frames';
import type { EntryWith, Session, SessionEntry, SessionPage } from './session';

/** Another document that the tab shows, as far as it concerns the one that is looked at. */
export interface OtherFrame {
  page: SessionPage;
  /** Whether it had loaded when its state was read last. */
  isLoaded: boolean;
  /** Whether it has scripts that should bring AKPush. */
  hasScripts: boolean;
  errors: readonly EntryWith<'error'>[];
}

const held = new WeakMap<readonly SessionEntry[], readonly EntryWith<'error'>[]>();

/** The errors of a list, looked for once: it is long, and every frame's session asks. */
const errorsIn = (entries: readonly SessionEntry[]): readonly EntryWith<'error'>[] => {
  const found =
    held.get(entries) ??
    entries.filter((entry): entry is EntryWith<'error'> => entry.kind === 'error');
  held.set(entries, found);
  return found;
};

/** The documents of other frames that are there, the page itself first. `frame`: the one that is looked at. */
export const otherFrames = (session: Session, frame: number): readonly OtherFrame[] =>
  framesOf(session).flatMap((page) => {
    const parts = page.frame === 0 ? session : session.frames[page.frame];
    if (page.frame === frame || !parts || parts.connection === 'unreachable') return [];
    const state = parts.state?.document === page.document ? parts.state.value : undefined;
    return [
      {
        page,
        isLoaded: state?.isLoaded === true,
        hasScripts: page.scripts.length + (state?.scripts?.length ?? 0) > 0,
        errors: errorsIn(session.entries).filter((entry) => entry.page === page.number),
      },
    ];
  });
