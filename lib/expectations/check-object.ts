import { type Encoded, fieldsOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import { type Answer, type CheckedExpectation, failed, met, unseen } from './expectation';
import type { ExpectedObject } from './expectations-schema';
import { checkValue, fieldText, isAbsent } from './expected-value';
import { fitsName } from './fits-glob';
import { isWhole } from './is-whole';

/** A check without what is known of its place. */
export type ObjectCheck = Pick<CheckedExpectation, 'id' | 'title' | 'status' | 'note'>;

const namesOf = (names: readonly string[]): string => names.join(', ').slice(0, 200);

/**
 * Checks an object's fields. `label`: how the object is called; `id`: its place in the file. `value` is absent where nothing was given. Gives one answer
 * for each field that the file names.
 */
export const checkObject = (
  label: string,
  id: string,
  { required = {}, optional = {}, forbidden = [], others }: ExpectedObject,
  value: Encoded | undefined,
): ObjectCheck[] => {
  const fields = fieldsOf(value);
  const there = Object.keys(fields).filter((name) => !isAbsent(fields[name]));
  /** What is to be said of what is not there: of an object that was cut, it may have been. */
  const absent = isWhole(value) ? met : unseen(phrase('expectCut'));
  const known = new Set([...Object.keys(required), ...Object.keys(optional)]);
  const unnamed = there.filter((name) => !known.has(name));
  const foreign = unnamed.filter((name) => !forbidden.some((pattern) => fitsName(pattern, name)));
  const missing = (): Answer => {
    if (absent !== met) return absent;
    const note: Phrase =
      unnamed.length > 0 ? phrase('expectMissingOf', namesOf(unnamed)) : phrase('expectMissing');
    return failed(note);
  };
  const ofField = (group: 'required' | 'optional'): ObjectCheck[] =>
    Object.entries(group === 'required' ? required : optional).map(([name, expected]) => {
      const each = fields[name];
      const isThere = Object.hasOwn(fields, name) && each !== undefined && !isAbsent(each);
      const text = fieldText(expected);
      return {
        id: `${id}.${group}.${name}`,
        title: text
          ? phrase(
              group === 'required' ? 'expectField' : 'expectFieldIfSent',
              `${label}.${name}`,
              text,
            )
          : phrase('expectFieldAny', `${label}.${name}`),
        ...(isThere ? checkValue(each, expected) : group === 'required' ? missing() : absent),
      };
    });
  const ofForbidden = forbidden.map((pattern, index): ObjectCheck => {
    const found = there.filter((name) => fitsName(pattern, name));
    return {
      id: `${id}.forbidden.${index}`,
      title: phrase('expectNoField', `${label}.${pattern}`),
      ...(found.length > 0 ? failed(phrase('expectSentAll', namesOf(found))) : absent),
    };
  });
  const ofOthers: ObjectCheck = {
    id: `${id}.others`,
    title: phrase('expectNoOthers', label),
    ...(foreign.length > 0 ? failed(phrase('expectSentAll', namesOf(foreign))) : absent),
  };
  return [
    ...ofField('required'),
    ...ofField('optional'),
    ...ofForbidden,
    ...(others === 'forbidden' ? [ofOthers] : []),
  ];
};
