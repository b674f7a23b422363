import { type MethodName, methodNames } from '../akpush/methods';
import { field, isJsonObject, type Json } from '../model/json';
import {
  emptyInput,
  type InputProblem,
  inputOf,
  type ObjectInput,
  readInput,
  restoreInput,
} from './object-input';

/** The third argument of `updateSubscription`: not given, or what becomes of other profiles' subscriptions. */
export const thirdChoices = ['absent', 'false', 'true', 'custom'] as const;
export type ThirdChoice = (typeof thirdChoices)[number];

/** A call while it is put together. */
export interface CallDraft {
  method: MethodName;
  match: ObjectInput;
  update: ObjectInput;
  custom: ObjectInput;
  third: ThirdChoice;
  /** Prefix for `removeToken`; empty for none. */
  prefix: string;
  /** A global variable of the page that holds an instance, or empty for a new one. */
  instance: string;
  /** Fields of the configuration for a new instance. */
  config: ObjectInput;
}

/** The inputs of a draft that hold objects. */
export type InputName = 'match' | 'update' | 'custom' | 'config';

/** A call that is ready: what is given, and on what it is made. */
export interface ReadyCall {
  method: MethodName;
  /** Arguments; `undefined` for one that is not given but has one after it. */
  args: (Json | undefined)[];
  instance: string;
  config: Json | undefined;
}

export type DraftRead =
  | { call: ReadyCall }
  | { problems: Readonly<Partial<Record<InputName, readonly InputProblem[]>>> };

/** A draft with nothing in it. */
export const emptyDraft: CallDraft = {
  method: 'initSubscription',
  match: emptyInput,
  update: emptyInput,
  custom: emptyInput,
  third: 'absent',
  prefix: '',
  instance: '',
  config: emptyInput,
};

/** Arguments without those at the end that are not given. */
const trimmed = (args: (Json | undefined)[]): (Json | undefined)[] => {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return args.slice(0, last + 1);
};

/** Which inputs count for a method. */
export const inputsOf = ({ method, third, instance }: CallDraft): InputName[] => {
  if (method === 'removeToken') return [];
  const config: InputName[] = instance === '' ? ['config'] : [];
  if (method === 'unsubscribe') return config;
  const hasCustom = method !== 'updateSubscription' || third === 'custom';
  return ['match', 'update', ...(hasCustom ? (['custom'] as const) : []), ...config];
};

/** The call that a draft asks for, or what is wrong with it, by input. */
export const readDraft = (draft: CallDraft): DraftRead => {
  const { method, third, instance } = draft;
  const problems: Partial<Record<InputName, readonly InputProblem[]>> = {};
  const values: Partial<Record<InputName, Json>> = {};
  for (const name of inputsOf(draft)) {
    const read = readInput(draft[name]);
    if ('problems' in read) problems[name] = read.problems;
    else if (read.value) values[name] = read.value;
  }
  if (Object.keys(problems).length > 0) return { problems };
  const last = third === 'true' || third === 'false' ? third === 'true' : values.custom;
  const args =
    method === 'removeToken'
      ? [draft.prefix || undefined]
      : method === 'updateSubscription'
        ? [values.match, values.update, last]
        : [values.match, values.update, values.custom];
  return { call: { method, args: trimmed(args), instance, config: values.config } };
};

/** A draft without what its method does not take: what was typed for another method stays out of the history. */
export const givenDraft = (draft: CallDraft): CallDraft => {
  const given = inputsOf(draft);
  const input = (name: InputName) => (given.includes(name) ? draft[name] : emptyInput);
  const isRemoval = draft.method === 'removeToken';
  return {
    ...draft,
    match: input('match'),
    update: input('update'),
    custom: input('custom'),
    config: input('config'),
    third: draft.method === 'updateSubscription' ? draft.third : 'absent',
    prefix: isRemoval ? draft.prefix : '',
    instance: isRemoval ? '' : draft.instance,
  };
};

/** The draft that makes a recorded or saved call again. Values that are no objects are left out. */
export const draftOf = (
  method: MethodName,
  args: readonly (Json | undefined)[],
  more: Partial<Pick<CallDraft, 'instance' | 'config'>> = {},
): CallDraft => {
  const input = (value: Json | undefined) => inputOf(isJsonObject(value) ? value : undefined);
  const [first, second, last] = args;
  const draft = { ...emptyDraft, method, ...more };
  if (method === 'removeToken') return { ...draft, prefix: typeof first === 'string' ? first : '' };
  const third =
    method !== 'updateSubscription'
      ? 'absent'
      : typeof last === 'boolean'
        ? (String(last) as ThirdChoice)
        : isJsonObject(last)
          ? 'custom'
          : 'absent';
  return { ...draft, match: input(first), update: input(second), custom: input(last), third };
};

/** Restores a draft from storage; what is missing or of another shape is empty. */
export const restoreDraft = (saved: unknown): CallDraft => {
  const text = (name: string) => {
    const value = field(saved, name);
    return typeof value === 'string' ? value : '';
  };
  return {
    method: methodNames.find((name) => name === field(saved, 'method')) ?? emptyDraft.method,
    match: restoreInput(field(saved, 'match')),
    update: restoreInput(field(saved, 'update')),
    custom: restoreInput(field(saved, 'custom')),
    third: thirdChoices.find((choice) => choice === field(saved, 'third')) ?? 'absent',
    prefix: text('prefix'),
    instance: text('instance'),
    config: restoreInput(field(saved, 'config')),
  };
};
