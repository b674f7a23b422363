import * as v from 'valibot';
import type { EntryKind } from '../model/entry';
import { entryKinds, kinds } from '../model/kinds';
import { leaf } from '../model/schema/schema-leaf';
import * as parts from '../model/schema/schema-parts';
import { origins, type SessionEntry } from '../model/session';

const { address, count, finite, own, said, shape, span, text, time } = parts;

const entryOf = (kind: EntryKind) =>
  shape<SessionEntry>()({
    id: count,
    key: leaf('own', v.pipe(text, v.maxLength(200))),
    page: count,
    origin: v.picklist(origins),
    order: count,
    kind: v.literal(kind),
    name: text,
    status: v.picklist(['pending', 'ok', 'failed']),
    time,
    url: address,
    duration: v.optional(span),
    call: v.optional(finite),
    candidates: v.optional(v.array(finite)),
    stack: v.optional(said),
    parent: v.optional(own),
    detail: kinds[kind].detail(parts),
  });

/** Something that happened: one of the kinds that are declared. */
export const entrySchema = v.variant('kind', entryKinds.map(entryOf));
