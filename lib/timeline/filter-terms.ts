import { type ShownKind, shownAs, shownKinds } from '../model/kinds';
import type { Annotation, SessionEntry } from '../model/session';

/** A term that the filter can have, and how many entries it finds. */
export interface FilterTerm {
  term: string;
  count: number;
}

/** What the filter's language is made of, as it is typed. */
export const filterSyntax = [
  'text',
  '"…"',
  '/…/',
  '-…',
  'kind:',
  'name:',
  'status:',
  'outcome:',
  'is:bookmarked',
  'has:note',
  'frame:',
] as const;

/** Terms that find something in a session; `signOf`: what the row's sign says. */
export const filterTerms = (
  entries: readonly SessionEntry[],
  remarks: Readonly<Record<string, Annotation>>,
  signOf: (entry: SessionEntry) => string | undefined,
  /** Where the session has several frames: the one of an entry. */
  frameOf?: (entry: SessionEntry) => number,
): FilterTerm[] => {
  const kinds = new Map<ShownKind, number>();
  const others = new Map<string, number>();
  const add = (term: string, isSo: boolean | undefined) => {
    if (isSo) others.set(term, (others.get(term) ?? 0) + 1);
  };
  for (const entry of entries) {
    const kind = shownAs(entry.kind);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    add('status:failed', entry.status === 'failed');
    add('status:pending', entry.status === 'pending');
    const sign = signOf(entry);
    add('outcome:error', sign === 'error');
    add('outcome:warning', sign === 'warning');
    add('is:bookmarked', remarks[entry.key]?.isBookmarked);
    add('has:note', Boolean(remarks[entry.key]?.note));
    const frame = frameOf?.(entry);
    add(frame ? `frame:"${frame}"` : 'frame:top', frame !== undefined);
  }
  return [
    ...[...others].map(([term, count]) => ({ term, count })),
    ...shownKinds.flatMap((kind) => {
      const count = kinds.get(kind);
      return count ? [{ term: `kind:${kind}`, count }] : [];
    }),
  ];
};
