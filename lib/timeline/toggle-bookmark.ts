import type { Annotation } from '../model/session';

/** A remark with the bookmark set or taken away; `null` when nothing is left of it. */
export const toggleBookmark = (remark: Annotation | undefined): Annotation | null => {
  const { isBookmarked, ...rest } = remark ?? {};
  if (!isBookmarked) return { ...rest, isBookmarked: true };
  return Object.values(rest).some(Boolean) ? rest : null;
};
