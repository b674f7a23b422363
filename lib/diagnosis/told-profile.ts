import { parseJsonText } from '../akpush/json-text';
import { decodeBody } from '../akpush/request';
import { type Encoded, fieldsOf, isTagged, textOf } from '../model/encoded-value';
import { type CallEntry, firstOf } from '../outcome/call-context';
import { answerOf } from '../outcome/chain';
import type { DiagnosisInput } from './diagnosis-input';
import { acceptedSave } from './told-server';

const isUndefined = (value: Encoded | undefined): boolean =>
  value === undefined || (isTagged(value) && value.$ === 'undefined');

/** Whether all fields of one object are in another with the same values. */
const isWithin = (given: Encoded | undefined, sent: Encoded | undefined): boolean => {
  const fields = fieldsOf(sent);
  return Object.entries(fieldsOf(given)).every(
    ([name, value]) => isUndefined(value) || JSON.stringify(fields[name]) === JSON.stringify(value),
  );
};

/** Whether Altcraft has accepted, with the token that is cached now, all that a call says of the profile: to call again with the same changes nothing. */
export const isProfileTold = (input: DiagnosisInput, { detail }: CallEntry): boolean => {
  const told = acceptedSave(input);
  if (!told || !Array.isArray(detail.args)) return false;
  const body = decodeBody(told.detail.body).value;
  const { match, update } = fieldsOf(body);
  const [givenMatch, givenUpdate, customData] = detail.args;
  return (
    isWithin(givenMatch, parseJsonText(textOf(match) ?? '')) &&
    isWithin(givenUpdate, parseJsonText(textOf(update) ?? '')) &&
    isWithin(customData, body)
  );
};

/** Whether the match that Altcraft has accepted last on this visit differs from a call's. One without a match, or a value that JSON has not as it is, tells nothing. */
export const isOtherProfile = ({ of }: DiagnosisInput, { detail }: CallEntry): boolean => {
  const told = of('request', 'save', 'update')
    .filter((request) => answerOf(request).verdict === 'accepted')
    .map((request) => fieldsOf(decodeBody(request.detail.body).value).match)
    .map((match) => fieldsOf(parseJsonText(textOf(match) ?? '')))
    .findLast((match) => Object.keys(match).length > 0);
  return Object.entries(fieldsOf(firstOf(detail.args))).some(
    ([name, value]) =>
      told && !isTagged(value) && JSON.stringify(told[name]) !== JSON.stringify(value),
  );
};
