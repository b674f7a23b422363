import { describe, expect, test } from 'vitest';
import { answerMaker } from '../../../lib/akpush/answer-maker';
import type { RequestDetail } from '../../../lib/model/entry';

const page = 'https://shop.example/tea?x=1';
const pixel = 'https://pxl.example.com/pixel?_push_pix=/push/subscription/save';
const maker = (detail: Partial<RequestDetail>) =>
  answerMaker({ url: pixel, httpStatus: 504, response: '', ...detail }, page);

describe('who has made an answer', () => {
  test('another origin’s own is cors, whatever its status, also where a worker handed it on', () => {
    expect(maker({ responseType: 'cors' })).toBe('server');
    expect(maker({ responseType: 'cors', httpStatus: 200, response: { error: 0 } })).toBe('server');
    expect(maker({ responseType: 'cors', httpStatus: 200, response: '<!doctype html>' })).toBe(
      'server',
    );
  });

  test('basic in another origin’s name is the worker’s', () => {
    expect(maker({ responseType: 'basic' })).toBe('worker');
    expect(maker({ responseType: 'basic', httpStatus: 202 })).toBe('worker');
    expect(maker({ responseType: 'basic', httpStatus: 200, response: '<title>Offline' })).toBe(
      'worker',
    );
    expect(maker({ responseType: 'basic', response: { error: 'offline' } })).toBe('worker');
    expect(maker({ responseType: 'basic', response: { error: 504 } })).toBe('worker');
  });

  test('basic of the page’s own origin may be the server’s', () => {
    expect(maker({ responseType: 'basic', url: '/pixel?_push_pix=/save' })).toBeUndefined();
    expect(
      maker({ responseType: 'basic', url: 'https://shop.example/pixel?_push_pix=/save' }),
    ).toBeUndefined();
  });

  test('default is a script’s', () => {
    expect(maker({ responseType: 'default' })).toBe('script');
    expect(maker({ responseType: 'default', url: '/pixel?_push_pix=/save' })).toBe('script');
  });

  test('the server’s words may be handed on by anybody: by a proxy of the page’s origin, or a fetch that makes a new Response of them', () => {
    for (const responseType of ['basic', 'default'])
      for (const response of [
        { error: 0 },
        { error: 501, error_text: 'Wrong resource' },
        { error: { code: 401, status: 'UNAUTHENTICATED' } },
        { token: 'abc' },
        { fid: 'x', authToken: { token: 'abc' } },
      ])
        expect(maker({ responseType, httpStatus: 200, response })).toBeUndefined();
  });

  test('nothing tells of what is opaque, pending, or no address', () => {
    expect(maker({ responseType: 'opaque', httpStatus: 0 })).toBeUndefined();
    expect(maker({ httpStatus: undefined })).toBeUndefined();
    expect(maker({ responseType: 'basic', url: 'https://' })).toBeUndefined();
  });

  test('older sessions say that an answer has no address', () => {
    expect(maker({ isMade: true })).toBe('script');
    expect(maker({ isMade: 'x' as never })).toBeUndefined();
  });
});
