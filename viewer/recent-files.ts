/** A file that was opened here. */
export interface RecentFile {
  name: string;
  /** When it was opened last. */
  time: number;
}

const key = 'akpush-viewer-recent';
const most = 8;

/** The storage of the page; `undefined` where the browser gives none to a page like this. */
const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

/** Whether this page can keep anything. */
export const canKeepRecent = (): boolean => storage() !== undefined;

/** The names of files that were opened here, the last one first; `null`: nobody has agreed to keep them. */
export const readRecent = (): readonly RecentFile[] | null => {
  try {
    const held: unknown = JSON.parse(storage()?.getItem(key) ?? 'null');
    if (!Array.isArray(held)) return null;
    return held
      .slice(0, most)
      .flatMap(({ name, time }: Partial<RecentFile>) =>
        typeof name === 'string' && typeof time === 'number' ? [{ name, time }] : [],
      );
  } catch {
    return null;
  }
};

/** Keeps names; `null`: none any more. What cannot be kept is not. */
export const keepRecent = (files: readonly RecentFile[] | null): void => {
  try {
    if (files) storage()?.setItem(key, JSON.stringify(files.slice(0, most)));
    else storage()?.removeItem(key);
  } catch {
    // A full or a forbidden storage: the page goes on without.
  }
};

/** The names with one more, if names are kept. */
export const withRecent = (
  files: readonly RecentFile[] | null,
  name: string,
  time: number,
): readonly RecentFile[] | null =>
  files && [{ name, time }, ...files.filter((each) => each.name !== name)].slice(0, most);
