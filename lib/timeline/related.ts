import { parentKeyOf, type SessionEntry } from '../model/session';
import { type StackFrame, stackFrames } from '../model/stack-frames';

/** Entries that an entry is connected with. */
export interface Related {
  /** The call that caused it. */
  cause: SessionEntry | undefined;
  /** Calls one of which may have caused it. */
  candidates: SessionEntry[];
  /** What it caused. */
  effects: SessionEntry[];
  /** All entries of its page. */
  ofPage: readonly SessionEntry[];
  /** Who asked for it: the first frame of its stack outside the SDK's own scripts. */
  caller: StackFrame | undefined;
}

/** The scripts that brought an SDK, by what the page's entries say. */
const sdkScripts = (entries: readonly SessionEntry[]): (string | null)[] =>
  entries.flatMap((entry) => (entry.kind === 'sdk' ? entry.detail.script : []));

/** Finds what caused an entry and what it caused. */
export const findRelated = (entries: readonly SessionEntry[], entry: SessionEntry): Related => {
  const ofPage = entries.filter(({ page }) => page === entry.page);
  const scripts = sdkScripts(ofPage);
  return {
    cause: ofPage.find(({ key }) => key === parentKeyOf(entry)),
    candidates: ofPage.filter(({ id }) => entry.candidates?.includes(id)),
    effects: ofPage.filter((each) => parentKeyOf(each) === entry.key),
    ofPage,
    caller: stackFrames(entry.stack ?? '').find(({ url }) => !scripts.includes(url)),
  };
};
