import { nameArguments } from '../akpush/method-arguments';
import { type Encoded, fieldsOf } from '../model/encoded-value';
import type { CallEntry } from '../outcome/call-context';
import { isAbsent } from './expected-value';
import { isWhole } from './is-whole';

/** The arguments of a call that are objects with fields of a profile, or sent beside them. */
export const objectArguments = ['match', 'update', 'customData'] as const;

/** A call's argument by its name; `undefined`: it was not given. */
export const argumentOf = ({ name, detail }: CallEntry, wanted: string): Encoded | undefined =>
  nameArguments(name, detail.args).find((each) => each.name === wanted)?.value;

/** Whether the recording has all that a call was given there. */
export const areSentWhole = (call: CallEntry): boolean =>
  objectArguments.every((object) => isWhole(argumentOf(call, object)));

/** The fields that a call was given, with the arguments that they are in. */
export const sentFields = (call: CallEntry): { object: string; name: string }[] =>
  objectArguments.flatMap((object) =>
    Object.entries(fieldsOf(argumentOf(call, object)))
      .filter(([, value]) => !isAbsent(value))
      .map(([name]) => ({ object, name })),
  );
