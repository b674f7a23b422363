import type { Embedding } from '../../lib/model/page-info';

/** Of the place of a document in a frame. */
export const embedding = (own: Window): Embedding => {
  let isForeign = false;
  try {
    // All around it: a browser keeps apart what is within another site, also where the page itself is of its own.
    for (let each = own; each !== own.top; each = each.parent) void each.parent.document;
  } catch {
    // It may not be looked at.
    isForeign = true;
  }
  return { name: own.name.slice(0, 200), origin: own.origin, isForeign };
};
