import { expect, test } from 'vitest';
import { phrase } from '../../../lib/model/phrase';
import { pushUrl, urlProblem } from '../../../lib/push/url-answer';

const page = 'https://shop.example/cart';

test.each([
  ['/icon.png', 'https://shop.example/icon.png'],
  ['https://cdn.example/i.png', 'https://cdn.example/i.png'],
  ['javascript:alert(1)', undefined],
  ['data:image/png;base64,AA', undefined],
  ['http://', undefined],
])('%s', (text, url) => {
  expect(pushUrl(text, page)).toBe(url);
});

test.each([
  [{ status: 200, type: 'image/png' }, true, 'https://a.example/', null],
  [{ status: 404, type: 'text/html' }, true, 'https://a.example/', phrase('urlStatus', 404)],
  [
    { status: 200, type: 'text/html' },
    true,
    'https://a.example/',
    phrase('urlNoImage', 'text/html'),
  ],
  [{ status: 200, type: '' }, true, 'https://a.example/', phrase('urlNoImage', phrase('none'))],
  [{ status: 200, type: 'text/html' }, false, 'https://a.example/', null],
  [{ status: 200, type: 'image/png' }, true, 'http://a.example/', phrase('urlMixed')],
])('%j', (answer, isImage, url, problem) => {
  expect(urlProblem(answer, { isImage, url, page })).toEqual(problem);
});
