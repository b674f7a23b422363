import * as v from 'valibot';
import type { Encoded } from '../model/encoded-value';
import { type Leaf, leafOf } from '../model/schema/schema-leaf';
import type { StoredChange } from '../model/stored-change';
import { fittingOption, isRecord, shapeOf } from '../schema/shape';
import type { Redaction } from './redaction';

/** Takes the secrets out of something, by the schema that says what it is. */
export type RedactBy = <T>(schema: v.GenericSchema, value: T, name?: string) => T;

/** Redacts a session's parts by their schemas: names and structure stay, only leaves that somebody else wrote are changed. */
export const redactByShape = (redaction: Redaction): RedactBy => {
  const leaves: {
    [L in Leaf]?: (value: never, entry: string) => unknown;
  } = {
    own: (value: unknown) => value,
    said: (text: string) => redaction.string(text),
    address: (url: string) => redaction.address(url, false),
    script: (url: string) => redaction.address(url, true),
    value: (value: Encoded) => redaction.value(value),
    arguments: (args: Encoded[], entry) => redaction.args(entry, args),
    result: (value: Encoded, entry) => redaction.result(entry, value),
    body: (body: Encoded, entry) => redaction.body(entry, body),
    header: (pair: [string, string]) => redaction.header(pair),
    row: ({ key, value, ...rest }: { key: string; value: Encoded }) => ({
      ...others(rest),
      ...redaction.row(key, value),
    }),
    change: ({
      id,
      where,
      before,
      after,
      from,
      at,
      page,
      frame,
      isOverLoad,
      ...rest
    }: StoredChange) => ({
      ...others(rest),
      ...redaction.change({ id, where, before, after, from, at, page, frame, isOverLoad }),
    }),
  };
  /** What no schema speaks of is somebody else's. */
  const others = (fields: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([key, each]) => [
        redaction.text(key),
        redaction.field(key, (each ?? null) as Encoded),
      ]),
    );
  const object = (schema: v.GenericSchema, value: Record<string, unknown>, entry: string) => {
    const { entries = {} } = shapeOf(schema);
    const known = Object.entries(value).map(([key, each]): [string, unknown] => {
      const field = Object.hasOwn(entries, key) ? entries[key] : undefined;
      return field
        ? [key, any(field, each, entry)]
        : (Object.entries(others({ [key]: each }))[0] as [string, unknown]);
    });
    return Object.fromEntries(known);
  };
  const any = (schema: v.GenericSchema, value: unknown, entry: string): unknown => {
    if (value === undefined || value === null) return value;
    const whose = leafOf(schema);
    const foreign = () => redaction.value(value as Encoded);
    if (whose !== undefined) {
      if (!v.is(schema, value)) return foreign();
      const redact = leaves[whose] as ((value: unknown, entry: string) => unknown) | undefined;
      return redact ? redact(value, entry) : redaction.secret(whose as never, value as string);
    }
    const shape = shapeOf(schema);
    switch (shape.type) {
      case 'optional':
      case 'nullable':
        return any(shape.wrapped as v.GenericSchema, value, entry);
      case 'array':
        return Array.isArray(value)
          ? value.map((each) => any(shape.item as v.GenericSchema, each, entry))
          : foreign();
      case 'loose_object':
        return isRecord(value) ? object(schema, value, entry) : foreign();
      case 'union':
      case 'variant': {
        const option = fittingOption(shape.options ?? [], value);
        if (option) return any(option, value, entry);
        // Nothing is known of what is none of these kinds.
        if (shape.type === 'variant') throw new TypeError('An entry of no known kind.');
        return foreign();
      }
      case 'string':
        return typeof value === 'string' ? redaction.name(value) : foreign();
      default:
        return v.is(schema, value) ? value : foreign();
    }
  };
  return (schema, value, entry = '') => any(schema, value, entry) as typeof value;
};
