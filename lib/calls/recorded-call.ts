import { type MethodName, methodNames } from '../akpush/methods';
import { type Encoded, fieldsOf, isTagged, textOf } from '../model/encoded-value';
import type { Json } from '../model/json';
import type { SessionEntry } from '../model/session';
import type { ReadyCall } from './call-draft';

/** A recorded value as JSON; `undefined` for what JSON cannot say or what was cut, which `onLost` is told of. */
const toJson = (value: Encoded, onLost: () => void): Json | undefined => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => toJson(each, onLost) ?? null);
  if (isTagged(value)) {
    if (value.$ === 'undefined') return undefined;
    if (value.$ === 'date') return textOf(value.text) ?? null;
    if (value.$ !== 'object' || value.more !== undefined) {
      onLost();
      return undefined;
    }
  }
  const entries = Object.entries(fieldsOf(value)).flatMap(([name, each]): [string, Json][] => {
    const read = each === undefined ? undefined : toJson(each, onLost);
    return read === undefined ? [] : [[name, read]];
  });
  return Object.fromEntries(entries);
};

/** A recorded call as one that can be made again. */
export interface RecordedCall {
  call: ReadyCall;
  /** False: an argument had something that JSON cannot say, or that was cut when it was recorded. */
  isWhole: boolean;
}

/** Reads a recorded call; `undefined` for what is no call of a method. On which instance it was made is not known: a new one is taken. */
export const recordedCall = (entry: SessionEntry): RecordedCall | undefined => {
  const method = methodNames.find((name): name is MethodName => name === entry.name);
  if (entry.kind !== 'call' || !method) return undefined;
  let isWhole = true;
  const args = entry.detail.args.map((arg) =>
    toJson(arg, () => {
      isWhole = false;
    }),
  );
  return { call: { method, args, instance: '', config: undefined }, isWhole };
};
