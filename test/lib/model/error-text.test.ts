import { describe, expect, test } from 'vitest';
import { errorMessage, errorName, errorText } from '../../../lib/model/error-text';
import { isOwnName, ownError } from '../../../lib/model/own-error';
import { phrase } from '../../../lib/model/phrase';

describe('an error', () => {
  test('of ours is a name, and is worded where it is shown', () => {
    const error = ownError('NotRedacted');
    expect(error).toEqual({ name: 'NotRedacted', message: '' });
    expect(errorMessage(error)).toEqual(phrase('notRedacted'));
    expect(errorText(error)).toEqual({ parts: ['Error', phrase('notRedacted')], by: ': ' });
  });

  test.each([
    [{ name: 'TypeError', message: 'no' }, 'TypeError: no'],
    [{ name: 'AbortError', message: '' }, 'AbortError'],
    // What a page says is never taken for ours.
    [{ name: 'NoWorker', message: 'in the page' }, 'NoWorker: in the page'],
    [{ name: 'toString', message: '' }, 'toString'],
  ])('of others says what it says: %j', (error, text) => {
    expect(errorText(error)).toBe(text);
    expect(errorName(error)).toBe(error.name);
    expect(errorMessage(error)).toBe(error.message);
  });

  test('is one of ours by its own name alone', () => {
    expect(isOwnName('NoWorker')).toBe(true);
    expect(isOwnName('constructor')).toBe(false);
  });
});
