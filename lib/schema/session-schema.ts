import * as v from 'valibot';
import { findingParts, findingSeverities, nodeIds } from '../diagnosis/finding';
import type { Embedding } from '../model/page-info';
import { leaf } from '../model/schema/schema-leaf';
import {
  address,
  count,
  finite,
  own,
  read,
  said,
  script,
  secret,
  shape,
  text,
  time,
} from '../model/schema/schema-parts';
import type { ImportReport, ScriptMarks, ScriptReport, TagAnswer } from '../model/script-report';
import { type Seen, seenStepIds } from '../model/seen';
import type { Annotation, Marker, Reading, SessionPage } from '../model/session';
import type { StoredChange } from '../model/stored-change';
import { type TokenMemory, tokenFates } from '../model/token-memory';
import { entrySchema } from './entry-schema';
import { fileFormat, fileVersion } from './session-file';
import { stateSchema } from './state-schema';

/*
 * What a session file must be, so that the panel can show it: a file comes from anywhere. Redaction walks by it, and
 * docs/session.schema.json is made from it.
 */

/** A document that was shown. */
export const pageSchema = shape<SessionPage>()({
  number: count,
  frame: count,
  parent: v.optional(count),
  document: own,
  url: address,
  timeOrigin: time,
  hooked: v.boolean(),
  opener: v.optional(v.boolean()),
  embedded: v.optional(shape<Embedding>()({ name: said, origin: script, isForeign: v.boolean() })),
  sdk: v.boolean(),
  scripts: v.array(script),
});
/** A state of the origin. */
export const readingSchema = shape<Reading>()({
  document: own,
  frame: v.optional(count),
  value: stateSchema,
  from: time,
  to: time,
});
/** A change of a stored value. */
export const changeSchema = leaf(
  'change',
  shape<StoredChange>()({
    id: finite,
    where: text,
    before: v.nullable(text),
    after: v.nullable(text),
    from: time,
    at: time,
    page: count,
    frame: v.optional(count),
    isOverLoad: v.boolean(),
  }),
);
/** What a server answered for a worker's script. */
export const reportSchema = shape<ScriptReport>()({
  url: script,
  httpStatus: finite,
  redirectedTo: v.nullable(script),
  mime: text,
  allowed: v.nullable(script),
  cacheControl: v.nullable(text),
  size: finite,
  imports: v.array(
    shape<ImportReport>()({
      url: script,
      answer: read(finite),
      level: v.optional(count),
      hasPushHandler: v.optional(v.boolean()),
      cacheControl: v.optional(v.nullable(text)),
    }),
  ),
  policy: v.optional(v.nullable(text)),
  isEmpty: v.optional(v.boolean()),
  hasUnseenImports: v.optional(v.boolean()),
  hasPushHandler: v.boolean(),
  stopsClicks: v.optional(v.boolean()),
  tag: v.optional(
    shape<TagAnswer>()({
      isHtml: v.boolean(),
      isNosniff: v.boolean(),
      isIntact: v.nullable(v.boolean()),
      resourcePolicy: v.nullable(text),
      allowOrigin: v.nullable(text),
    }),
  ),
  marks: v.optional(
    shape<ScriptMarks>()({
      isSdk: v.boolean(),
      program: v.nullable(text),
      resourceToken: secret('resource'),
      host: v.nullable(text),
      firebase: v.array(text),
      pull: v.array(text),
    }),
  ),
});
/** What the browser remembered of the page's token. */
export const memorySchema = shape<TokenMemory>()({
  token: leaf('token', v.pipe(text)),
  isSame: v.boolean(),
  fate: v.picklist(tokenFates),
  at: time,
});
/** What a user put to an entry. */
export const remarkSchema = shape<Annotation>()({
  isBookmarked: v.optional(v.literal(true)),
  note: v.optional(said),
  seen: v.optional(shape<Seen>()({ isSeen: v.boolean(), tried: v.array(v.picklist(seenStepIds)) })),
});
/** A moment that a user marked. */
export const momentSchema = shape<Marker>()({
  id: own,
  at: time,
  page: count,
  label: said,
  state: v.nullable(stateSchema),
});
/** What is said of a call or a finding; a text in files of earlier versions. */
const phrase: v.GenericSchema = v.union([
  text,
  v.looseObject({ key: text, values: v.array(v.union([finite, v.lazy(() => phrase)])) }),
  v.looseObject({ parts: v.array(v.lazy(() => phrase)), by: text }),
  v.looseObject({ moment: time }),
  v.looseObject({ span: finite }),
  v.looseObject({ within: v.lazy(() => phrase) }),
]);
const evidence = v.union([
  v.looseObject({ type: v.literal('entry'), key: text }),
  v.looseObject({ type: v.literal('fact'), label: phrase, text: phrase }),
]);
const outcome = v.looseObject({
  id: text,
  severity: v.picklist(['ok', 'info', 'warning', 'error']),
  sentence: phrase,
  evidence: v.array(evidence),
  next: v.optional(phrase),
  isGuess: v.optional(v.literal(true)),
});
const findingFields = {
  id: text,
  part: v.picklist(findingParts),
  node: v.picklist(nodeIds),
  severity: v.picklist(findingSeverities),
  /** Absent in files of earlier versions. */
  title: v.optional(phrase),
  sentence: phrase,
  evidence: v.array(evidence),
  advice: v.array(v.looseObject({ who: v.picklist(['site', 'browser']), text: phrase })),
  link: v.optional(text),
  isGuess: v.optional(v.literal(true)),
};
const finding = v.looseObject({
  ...findingFields,
  consequences: v.optional(v.array(v.looseObject(findingFields))),
});

/** The newest version of the format. */
export const sessionSchema = v.looseObject({
  format: v.literal(fileFormat),
  version: v.literal(fileVersion),
  name: text,
  savedAt: text,
  redacted: v.boolean(),
  cut: v.optional(v.boolean()),
  about: v.looseObject({ extension: text, browser: text }),
  pages: v.array(pageSchema),
  entries: v.array(entrySchema),
  lost: count,
  lostIn: v.optional(v.record(text, count)),
  gone: v.optional(v.array(count)),
  readings: v.array(readingSchema),
  changes: v.array(changeSchema),
  reports: v.array(reportSchema),
  memory: v.optional(memorySchema),
  remarks: v.record(text, remarkSchema),
  moments: v.array(momentSchema),
  outcomes: v.record(text, outcome),
  findings: v.array(finding),
});
