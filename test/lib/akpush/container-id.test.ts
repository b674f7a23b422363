import { describe, expect, it } from 'vitest';
import { containerIdOf, decodeContainerId } from '../../../lib/akpush/container-id';

describe('containerIdOf', () => {
  it('reads account and resource', () => {
    expect(decodeContainerId('MXwz')).toEqual({ raw: 'MXwz', account: '1', resource: '3' });
    expect(containerIdOf('https://pxl.example.com/ak_container.js?id=M3wyMTI.')).toMatchObject({
      account: '3',
      resource: '212',
    });
  });

  it.each([
    '',
    'ak-push.js',
    'https://a.example/x.js',
    'https://a.example/x.js?id=%C3%A9',
    'https://a.example/?id=YWJj',
  ])('finds none in %j', (url) => {
    expect(containerIdOf(url)).toBeNull();
  });
});
