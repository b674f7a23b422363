import * as v from 'valibot';
import { outcomeIds, pushOutcomeIds } from '../outcome/outcome';

/** What a file of expectations calls itself. */
export const expectationsFormat = 'akpush-inspector-expectations';

/** The types that a field can be said to have: those of JSON. */
export const fieldTypes = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The longest pattern and name. */
const mostCharacters = 300;
const mostFields = 200;
const mostItems = 200;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(mostCharacters));
/** A name or a text in which `*` stands for anything. */
const glob = name;
const listOf = <S extends v.GenericSchema>(item: S) =>
  v.optional(v.pipe(v.array(item), v.maxLength(mostItems)));

const plainValue = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** What a field must be; empty: anything. */
const fieldSchema = v.strictObject({
  type: v.optional(v.picklist(fieldTypes)),
  /** Of a text or a number: `*` stands for anything. */
  pattern: v.optional(glob),
  /** Exactly this. */
  value: v.optional(v.union([plainValue, v.pipe(v.array(plainValue), v.maxLength(mostItems))])),
});
export type ExpectedField = v.InferOutput<typeof fieldSchema>;

const fields = v.pipe(
  v.record(name, fieldSchema),
  v.check((all) => Object.keys(all).length <= mostFields, `at most ${mostFields} fields`),
);

/** What an object must have, by the names of its fields. */
const objectSchema = v.strictObject({
  required: v.optional(fields),
  /** These may be missing; where they are there, they must be so. */
  optional: v.optional(fields),
  /** Names of what must not happen: `*` stands for anything, upper and lower case are the same. */
  forbidden: listOf(glob),
  /** What is to be thought of fields that are not named here; `allowed` where nothing is said. */
  others: v.optional(v.picklist(['allowed', 'forbidden'])),
});
export type ExpectedObject = v.InferOutput<typeof objectSchema>;

const callSchema = v.strictObject({
  method: name,
  /** The arguments. */
  match: v.optional(objectSchema),
  update: v.optional(objectSchema),
  customData: v.optional(objectSchema),
  /** The third argument of `updateSubscription`. */
  inexclusive: v.optional(v.boolean()),
  /** `ok`: it returns or resolves; `failed`: it throws or rejects. */
  ends: v.optional(v.picklist(['ok', 'failed'])),
  /** An id of docs/outcomes.md. */
  outcome: v.optional(v.picklist(outcomeIds)),
});
export type ExpectedCall = v.InferOutput<typeof callSchema>;

/** The methods that an answer, an event or a request is due to. */
const due = { call: v.optional(name) };

const requestSchema = v.strictObject({
  name,
  ...due,
  /** What the server says: `accepted`, `refused` (an HTTP status of an error, or an error in a 200), `failed`: no answer came. */
  answer: v.optional(v.picklist(['accepted', 'refused', 'failed'])),
  /** The HTTP status. */
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599))),
  /** What the body says. */
  match: v.optional(objectSchema),
  update: v.optional(objectSchema),
  /** All of the body, custom data among it. */
  body: v.optional(objectSchema),
});
export type ExpectedRequest = v.InferOutput<typeof requestSchema>;

const eventSchema = v.strictObject({ name, ...due, payload: v.optional(objectSchema) });
export type ExpectedEvent = v.InferOutput<typeof eventSchema>;

const pushSchema = v.strictObject({
  /** An id of docs/outcomes.md, of pushes. */
  outcome: v.picklist(pushOutcomeIds),
  /** Of the notification; `*` stands for anything. */
  title: v.optional(glob),
  body: v.optional(glob),
});
export type ExpectedPush = v.InferOutput<typeof pushSchema>;

/** A file that says what a site must do; docs/expectations.schema.json is made from it. Data: nothing in it is run. */
export const expectationsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(expectationsFormat),
  version: v.literal(1),
  /** For people. */
  name: v.optional(v.pipe(v.string(), v.maxLength(mostCharacters))),
  /** In this order; others may come between them. */
  calls: listOf(callSchema),
  /** In any order. */
  requests: listOf(requestSchema),
  events: listOf(eventSchema),
  pushes: listOf(pushSchema),
  /** What must not be, by its names: `*` stands for anything, upper and lower case are the same. */
  never: v.optional(
    v.strictObject({
      calls: listOf(glob),
      requests: listOf(glob),
      events: listOf(glob),
      /** Of `match`, `update` and custom data. */
      fields: listOf(glob),
    }),
  ),
});
export type Expectations = v.InferOutput<typeof expectationsSchema>;
