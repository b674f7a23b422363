import { describe, expect, it } from 'vitest';
import { nameArguments } from '../../../lib/akpush/method-arguments';

describe('nameArguments', () => {
  const names = (method: string, ...args: never[] | unknown[]) =>
    nameArguments(method, args as never).map(({ name }) => name);

  it('tells inexclusive from custom data', () => {
    expect(names('updateSubscription', {}, {}, true)).toEqual(['match', 'update', 'inexclusive']);
    expect(names('updateSubscription', {}, {}, {})).toEqual(['match', 'update', 'customData']);
    expect(names('initSubscription', {}, {}, true)).toEqual(['match', 'update', 'customData']);
  });

  it('numbers what the SDK does not take', () => {
    expect(names('removeToken', 'p_', 1)).toEqual(['prefix', 'arguments[1]']);
    expect(names('unsubscribe', 1)).toEqual(['arguments[0]']);
  });
});
