import { describe, expect, it } from 'vitest';
import { pushPixPath } from '../../../lib/akpush/push-pix';
import { decodeBody } from '../../../lib/akpush/request';

describe('requests', () => {
  it('have a path and a decoded body', () => {
    expect(pushPixPath('https://p.example/pixel?_push_pix=/push/content/get')).toBe(
      '/push/content/get',
    );
    expect(pushPixPath('nonsense')).toBeNull();
    expect(decodeBody('{"match":"{}"}')).toEqual({ value: { match: '{}' }, isJson: true });
    expect(decodeBody('a=1')).toEqual({ value: 'a=1', isJson: false });
  });
});
