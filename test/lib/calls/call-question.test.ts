import { describe, expect, it } from 'vitest';
import { methodNames } from '../../../lib/akpush/methods';
import { sdkGuideIn } from '../../../lib/akpush/sdk-guide';
import { questionOf } from '../../../lib/calls/call-question';

describe('before a call', () => {
  it('is asked where it takes something away from the subscriber', () => {
    expect(methodNames.filter((name) => questionOf(name) !== undefined)).toEqual([
      'suspendSubscription',
      'removeToken',
      'unsubscribe',
    ]);
  });
});

describe('Altcraft’s page on the methods', () => {
  it('is in the reader’s language', () => {
    expect(sdkGuideIn('ru')).toBe(
      'https://guides.altcraft.com/user-guide/communication-channels/push/web-push/methods',
    );
    expect(sdkGuideIn('en')).toContain('altcraft.com/en/');
  });
});
