import * as v from 'valibot';
import { secretKinds } from '../model/pseudonym';
import { wordsOf } from '../model/schema/schema-leaf';
import { fittingOption, isRecord, shapeOf } from '../schema/shape';

/*
 * Version 0.1.0 replaced the words of a profile in names of fields and in enumerations too: a profile with `status: 'active'` made a file in which workers had
 * a field `value#6`. Here such a file gets its names back, and else a neutral value.
 */

const pseudonym = new RegExp(`(?:${secretKinds.join('|')})#\\d+`);

/** Something that does not fit its schema, and nothing is known that could stand in its place. */
class Unrepairable extends Error {}

/** Repairs values, and counts what was repaired. */
export class Repairer {
  /** Values that are not what they were, and items of lists that are not there any more. */
  repaired = 0;
  /** The words that pseudonyms were put for, as far as names of fields have told. */
  private readonly words = new Map<string, string>();

  /** The value as its schema has it. Throws where that cannot be. */
  repair(schema: v.GenericSchema, value: unknown): unknown {
    if (v.is(schema, value)) return value;
    const { type, wrapped, item, options = [], value: each } = shapeOf(schema);
    switch (type) {
      case 'optional':
        return this.otherwise(wrapped as v.GenericSchema, value, undefined);
      case 'nullable':
        return this.otherwise(wrapped as v.GenericSchema, value, null);
      case 'array':
        if (Array.isArray(value)) return this.items(item as v.GenericSchema, value);
        break;
      case 'record':
        if (isRecord(value)) return this.record(each as v.GenericSchema, value);
        break;
      case 'loose_object':
        if (isRecord(value)) return this.object(schema, value);
        break;
      case 'union':
      case 'variant': {
        const renamed = isRecord(value) && type === 'union' ? this.renamed(options, value) : value;
        const option = fittingOption(options, renamed);
        if (option) return this.repair(option, renamed);
        break;
      }
      default:
        if (typeof value === 'string' && pseudonym.test(value)) return this.word(schema, value);
    }
    throw new Unrepairable();
  }

  /** The items of a list that can be repaired. */
  items<T>(schema: v.GenericSchema, list: readonly T[]): T[] {
    return list.flatMap((each) => {
      try {
        return [this.repair(schema, each) as T];
      } catch {
        this.repaired += 1;
        return [];
      }
    });
  }

  /** The same for what can be done without where `neutral` is given: that stands in the place of what cannot be repaired then. */
  part(schema: v.GenericSchema, value: unknown, neutral: unknown): unknown {
    return neutral === undefined
      ? this.repair(schema, value)
      : this.otherwise(schema, value, neutral);
  }

  private otherwise(schema: v.GenericSchema, value: unknown, neutral: unknown): unknown {
    try {
      return this.repair(schema, value);
    } catch {
      this.repaired += 1;
      return neutral;
    }
  }

  private record(schema: v.GenericSchema, value: Record<string, unknown>): unknown {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) =>
        this.items(schema, [each]).map((fine): [string, unknown] => [key, fine]),
      ),
    );
  }

  private object(schema: v.GenericSchema, value: Record<string, unknown>): unknown {
    const { entries = {} } = shapeOf(schema);
    const named = this.withNames(entries, value);
    const out = { ...named };
    for (const [key, field] of Object.entries(entries)) {
      const fine = this.repair(field, named[key]);
      if (fine === undefined) delete out[key];
      else out[key] = fine;
    }
    return out;
  }

  /** An object that is one of several, with the names that one of them has. */
  private renamed(
    options: readonly v.GenericSchema[],
    value: Record<string, unknown>,
  ): Record<string, unknown> {
    for (const option of options) {
      const named = this.withNames(shapeOf(option).entries ?? {}, value);
      if (named !== value) return named;
    }
    return value;
  }

  private withNames(
    entries: Record<string, v.GenericSchema>,
    value: Record<string, unknown>,
  ): Record<string, unknown> {
    const odd = Object.keys(value).filter((key) => !(key in entries) && pseudonym.test(key));
    if (odd.length === 0) return value;
    const missing = Object.keys(entries).filter((key) => !(key in value));
    const names = new Map<string, string>();
    for (const key of odd) {
      const name = this.nameOf(key, value[key], missing, entries);
      if (name === undefined) continue;
      missing.splice(missing.indexOf(name), 1);
      names.set(key, name);
      this.repaired += 1;
    }
    return names.size === 0
      ? value
      : Object.fromEntries(
          Object.entries(value).map(([key, each]) => [names.get(key) ?? key, each]),
        );
  }

  /** What a field was called: what is missing, has the rest of the name, and may hold its value; what must be there first. */
  private nameOf(
    key: string,
    value: unknown,
    missing: readonly string[],
    entries: Record<string, v.GenericSchema>,
  ): string | undefined {
    const found = pseudonym.exec(key)?.[0] ?? '';
    const [before = '', after = ''] = key.split(found);
    const known = this.words.get(found);
    const candidates = missing.filter(
      (name) =>
        name.length > before.length + after.length &&
        name.startsWith(before) &&
        name.endsWith(after) &&
        (known === undefined || name === before + known + after) &&
        this.canBe(entries[name] as v.GenericSchema, value),
    );
    const isOptional = (name: string) => entries[name]?.type === 'optional';
    const name = candidates.find((each) => !isOptional(each)) ?? candidates[0];
    if (name !== undefined && known === undefined)
      this.words.set(found, name.slice(before.length, name.length - after.length));
    return name;
  }

  private canBe(schema: v.GenericSchema, value: unknown): boolean {
    const trial = new Repairer();
    try {
      trial.repair(schema, value);
      return true;
    } catch {
      return false;
    }
  }

  /** An enumeration's word, or the first that it may have. */
  private word(schema: v.GenericSchema, text: string): unknown {
    const { options = [], literal } = shapeOf(schema);
    const words = [...(options as readonly unknown[]), literal, ...wordsOf(schema)].filter(
      (each) => typeof each === 'string',
    );
    const known = text.replace(pseudonym, (name) => this.words.get(name) ?? name);
    this.repaired += 1;
    if (words.includes(known)) return known;
    for (const neutral of [words[0], 0, false]) if (v.is(schema, neutral)) return neutral;
    throw new Unrepairable();
  }
}
