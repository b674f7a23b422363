import { type MethodName, methodNames } from '../../lib/akpush/methods';
import { HttpError } from './http-error';

/** A method of the SDK, as an address names it. */
export const readMethod = (given: string): MethodName => {
  const method = methodNames.find((name) => name === given);
  if (!method) throw new HttpError(400, 'bad-request', `Expected ${methodNames.join(', ')}`);
  return method;
};
