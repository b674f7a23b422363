import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { MadeOf, MadeStep } from '../../../lib/model/entry';
import { noticeTag } from '../../../lib/model/notice-tag';
import { hasBrokenProvider } from '../../../lib/outcome/judge-click';
import { pushOutcomeIds } from '../../../lib/outcome/outcome';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { makeSession } from '../../support/make-session';
import { worded } from '../../support/worded';

beforeAll(() => provideMessages(english));

type Made<K extends 'push' | 'worker-step'> = Partial<Omit<MadeOf<K>, 'detail'>> & {
  detail?: object;
};
type Push = Made<'push'>;

const made = { status: 'ok' as const, time: 1_010, detail: {} };
const step = (
  name: MadeOf<'worker-step'>['name'],
  more: Made<'worker-step'> = {},
): MadeOf<'worker-step'> => ({ ...made, kind: 'worker-step', name, ...more });
const event = (name: MadeOf<'push'>['name'], more: Push = {}): MadeOf<'push'> => ({
  ...made,
  kind: 'push',
  name,
  ...more,
});
const request = (name: string, detail: object, status = 'ok'): MadeOf<'request'> => ({
  kind: 'request',
  name,
  time: 1_010,
  status: status as never,
  detail: { headers: [], ...detail } as never,
});
const failure = (message: string) => ({ error: { name: 'TypeError', message } });

/** The outcome of a push with these steps. */
const judge = (steps: MadeStep[], push: Push = {}, page: object = {}) => {
  const sent = event('push', { time: 1_000, detail: { way: 'worker' }, ...push });
  const session = reduce(makeSession([], page), {
    type: 'push',
    push: { ref: '1', push: sent, steps },
  });
  const entry = session.entries.find(({ key }) => key === 'push:1');
  const outcome = entry && readOutcomes(session).of(entry);
  if (!outcome) throw new Error('no outcome');
  expect(pushOutcomeIds).toContain(outcome.id);
  return worded(outcome);
};
const shown = step('showNotification');

describe('a push', () => {
  it('is under way', () => {
    expect(judge([], { status: 'pending' })).toMatchObject({ id: 'running', severity: 'info' });
  });

  it('was shown, once or twice', () => {
    expect(judge([shown])).toMatchObject({ id: 'shown', severity: 'ok' });
    expect(judge([shown, shown])).toMatchObject({ id: 'shown-twice', severity: 'warning' });
  });

  it('names what a notification was shown without', () => {
    const withIcon = step('showNotification', {
      detail: {
        data: { title: 'Tea', options: { icon: '/tea.png', image: 'https://cdn.example/t.png' } },
      },
    });
    const icon = (detail: object) =>
      request(
        'tea.png',
        { method: 'GET', url: 'https://shop.example/tea.png', ...detail },
        'failed',
      );
    const page = { url: 'https://shop.example/cart' };
    const outcome = judge([withIcon, icon({ httpStatus: 404 })], {}, page);
    expect(outcome).toMatchObject({ id: 'shown', severity: 'warning' });
    expect(outcome.sentence).toBe('Shown without its icon: /tea.png returned 404.');
    expect(judge([withIcon, icon({})], {}, page).sentence).toContain('/tea.png did not load');
    // Another request that failed is no part of it.
    const other = request('tea.png', { method: 'GET', url: 'https://cdn.example/u.png' }, 'failed');
    expect(judge([withIcon, other], {}, page)).toMatchObject({ id: 'shown', severity: 'ok' });
  });

  describe('of which nothing was seen, before one that is shown twice', () => {
    const taken = step('push-service');
    const judgeSecond = (first: MadeStep[], way: string, second: Push = {}) => {
      const pushes = [
        { ref: '1', push: event('push', { time: 1_000, detail: { way: 'real' } }), steps: first },
        {
          ref: '2',
          push: event('push', { time: 2_000, detail: { way }, ...second }),
          steps: [taken, shown, shown],
        },
      ];
      const session = pushes.reduce(
        (made, push) => reduce(made, { type: 'push', push }),
        makeSession([], {}),
      );
      const entry = session.entries.find(({ key }) => key === 'push:2');
      return entry && readOutcomes(session).of(entry);
    };

    it('has probably brought the other notification', () => {
      expect(judgeSecond([taken], 'real')).toMatchObject({ id: 'shown', isGuess: true });
    });

    it.each<[string, MadeStep[], string, Push]>([
      ['it was shown', [taken, shown], 'real', {}],
      ['it was refused', [step('push-service', { status: 'failed' })], 'real', {}],
      ['it is long past', [taken], 'real', { time: 200_000 }],
      ['the worker itself was watched', [taken], 'worker', {}],
    ])('but not where %s', (_, first, way, second) => {
      expect(judgeSecond(first, way, second)?.id).toBe('shown-twice');
    });
  });

  describe('with the tag of a notification', () => {
    const show = (options: object) =>
      step('showNotification', { detail: { data: { title: 'Tea', options } } });
    const there = (...tags: string[]) =>
      step('notifications', { detail: { data: { before: tags.map((tag) => ({ tag })) } } });

    it('that is still there: replaced without a banner', () => {
      expect(judge([show({ tag: 'tea' }), there('tea')])).toMatchObject({
        id: 'replaced',
        severity: 'warning',
      });
    });

    it('as one that was read afterwards: a guess', () => {
      const real = { detail: { way: 'real' } };
      expect(judge([show({ tag: 'tea' }), there('tea')], real).isGuess).toBe(true);
    });

    it.each([
      ['another one', { tag: 'tea' }, 'coffee'],
      ['none', {}, ''],
      ['the same, with renotify', { tag: 'tea', renotify: true }, 'tea'],
    ])('%s: shown', (_, options, tag) => {
      expect(judge([show(options), there(tag)]).id).toBe('shown');
    });
  });

  it('was given to a window: to one without AKPush alone, to nobody who shows it', () => {
    const posted = (client: string) => step('postMessage', { detail: { data: { client } } });
    const page = { sdk: false, url: 'https://shop.example/' };
    const judged = (steps: MadeStep[], info: object) => judge(steps, {}, info).id;
    expect(judged([posted(page.url)], page)).toBe('posted-nowhere');
    expect(judged([posted(page.url)], { ...page, sdk: true })).toBe('posted-to-page');
    expect(judged([posted(page.url), posted(`${page.url}cart`)], page)).toBe('posted-to-page');
    expect(judged([posted(page.url)], { ...page, hooked: false })).toBe('posted-to-page');
    const listed = (tag: string) =>
      step('notifications', { detail: { data: { before: [], after: [{ title: 'Tea', tag }] } } });
    expect(judged([posted(page.url), listed('')], page)).toBe('shown');
    expect(judged([posted(page.url), listed(noticeTag)], page)).toBe('posted-nowhere');
  });

  it('was shown, and counted as opened at delivery', () => {
    const asked = [request('ack', { httpStatus: 204 }), request('open', { httpStatus: 204 })];
    expect(judge([...asked, shown]).sentence).toContain('reports “open” on delivery');
    const missing = [request('ack', failure('x'), 'failed'), request('open', {})];
    expect(judge([...missing, shown]).sentence).toContain('not delivered');
  });

  it('was refused by the browser', () => {
    const refused = step('showNotification', {
      status: 'failed',
      detail: failure('No permission'),
    });
    const outcome = judge([refused]);
    expect(outcome).toMatchObject({ id: 'show-refused', severity: 'error' });
    expect(JSON.stringify(outcome.evidence)).toContain('No permission');
  });

  it('got an answer that is no error, and that the SDK takes for none: it wants a 200', () => {
    const outcome = judge([request('content/get', { httpStatus: 204 }), step('waitUntil')]);
    expect(outcome).toMatchObject({ id: 'content-failed', severity: 'error' });
    expect(outcome.sentence).toContain('204');
  });

  it('got no content', () => {
    const outcome = judge([
      request('content/get', { httpStatus: 503 }, 'failed'),
      step('waitUntil'),
    ]);
    expect(outcome).toMatchObject({ id: 'content-failed', severity: 'error' });
    expect(outcome.sentence).toContain('503');
  });

  it.each([
    ['Just text', 'not JSON'],
    [{ error: 0 }, 'no data'],
    [{ error: 404 }, '404'],
  ])('got the content %j', (response, why) => {
    const outcome = judge([
      request('content/get', { httpStatus: 200, response }),
      step('waitUntil', { status: 'failed', detail: failure('x is not valid JSON') }),
    ]);
    expect(outcome.id).toBe('content-failed');
    expect(outcome.sentence).toContain(why);
  });

  it('was shown without a title', () => {
    const untitled = step('showNotification', { detail: { data: { title: 'undefined' } } });
    expect(judge([untitled])).toMatchObject({ id: 'shown', severity: 'warning' });
  });

  it('made the handler fail', () => {
    const rejected = step('waitUntil', {
      status: 'failed',
      detail: failure('hub_link is undefined'),
    });
    const outcome = judge([step('handler'), rejected]);
    expect(outcome).toMatchObject({ id: 'handler-threw', severity: 'error' });
    expect(outcome.next).toContain('hub_link');
    const thrown = {
      kind: 'error' as const,
      name: 'TypeError',
      status: 'failed' as const,
      time: 1_010,
      detail: { source: 'error' as const, script: null, ...failure('boom') },
    };
    expect(judge([step('handler'), thrown]).id).toBe('handler-threw');
  });

  it('was posted to a visible page', () => {
    expect(judge([step('postMessage'), step('waitUntil')]).id).toBe('posted-to-page');
  });

  it('did not end, or showed nothing', () => {
    expect(judge([step('handler'), step('waitUntil', { status: 'pending' })]).id).toBe('timed-out');
    expect(judge([step('handler'), step('waitUntil')]).id).toBe('nothing-shown');
    const waiting = {
      ...step('handler'),
      kind: 'request' as const,
      name: 'content/get',
      status: 'pending' as const,
      detail: { method: 'POST' as const, url: '', headers: [], body: null },
    };
    const awaits = judge([step('handler'), step('waitUntil', { status: 'pending' }), waiting]);
    expect(awaits).toMatchObject({ id: 'timed-out', severity: 'warning' });
    expect(awaits.sentence).toContain('content/get');
    // Nobody knows that the handler waits for what it reports.
    const reports = { ...waiting, name: 'ack' };
    const hangs = judge([step('handler'), step('waitUntil', { status: 'pending' }), reports]);
    expect(hangs).toMatchObject({ id: 'timed-out', severity: 'error' });
  });

  it('could not be sent', () => {
    const outcome = judge([], { status: 'failed', detail: { way: 'worker', ...failure('gone') } });
    expect(outcome).toMatchObject({ id: 'not-sent', severity: 'error' });
    expect(outcome.sentence).toContain('gone');
  });
});

describe('a push through Firebase', () => {
  const firebase = (payload = '{"data":{"hub_link":"{}"}}') => ({
    detail: { way: 'firebase', payload },
  });
  const answered = (
    name: 'access-token' | 'push-service',
    status: number,
    text: string,
  ): MadeStep =>
    step(name, {
      status: status < 300 ? 'ok' : 'failed',
      detail: {
        data: { url: 'https://fcm.googleapis.com/v1/projects/tea' },
        result: { status, text },
      },
    });
  const token = answered('access-token', 200, '');
  const sent = answered('push-service', 200, '{"name":"projects/tea/messages/1"}');

  it('was shown, or brought nobody anything', () => {
    expect(judge([token, sent, shown], firebase()).id).toBe('shown');
    expect(judge([token, sent], firebase())).toMatchObject({ id: 'not-delivered' });
    // Without its data the SDK's worker cannot read it.
    expect(judge([token, sent], firebase('{}'))).toMatchObject({
      id: 'handler-threw',
      isGuess: true,
    });
  });

  it('was refused by either server', () => {
    const grant = answered('access-token', 400, '{"error":"invalid_grant"}');
    expect(judge([grant], firebase())).toMatchObject({ id: 'push-refused', severity: 'error' });
    expect(judge([grant], firebase()).sentence).toContain('invalid_grant');
    const gone = answered(
      'push-service',
      404,
      '{"error":{"status":"NOT_FOUND","details":[{"errorCode":"UNREGISTERED"}]}}',
    );
    expect(judge([token, gone], firebase()).sentence).toContain('UNREGISTERED');
  });

  it('reached nobody, or was not allowed to', () => {
    const url = 'https://oauth2.googleapis.com/token';
    const failedWith = (name: string) =>
      step('access-token', {
        status: 'failed',
        detail: { data: { url }, error: { name, message: 'Failed to fetch' } },
      });
    const outcome = judge([failedWith('TypeError')], firebase());
    expect(outcome.sentence).toContain('no response from oauth2.googleapis.com');
    expect(JSON.stringify(outcome.evidence)).toContain('Failed to fetch');
    expect(judge([failedWith('HostDenied')], firebase()).id).toBe('not-sent');
  });
});

describe('a real push', () => {
  const real = { detail: { way: 'real' } };
  const service = (status: number, url = 'http://127.0.0.1/wpush/x') =>
    step('push-service', {
      status: status < 300 ? 'ok' : 'failed',
      detail: { data: { url }, result: { status, text: 'why' } },
    });

  it.each([
    [400, 'encryption'],
    [401, 'VAPID'],
    [403, 'VAPID'],
    [404, 'gone'],
    [410, 'gone'],
    [413, 'too large'],
    [429, 'too many'],
    [500, 'status 500'],
  ])('was refused with %i: %s', (status, text) => {
    const outcome = judge([service(status)], real);
    expect(outcome).toMatchObject({ id: 'push-refused', severity: 'error' });
    expect(outcome.sentence).toContain(text);
  });

  it('found no push service', () => {
    const none = step('push-service', { status: 'failed', detail: failure('NetworkError') });
    expect(judge([none], real).sentence).toContain('no response from the push service');
  });

  it.each([
    ['https://jmt17.google.com/fcm/send/x', 'chrome://gcm-internals'],
    ['https://fcm.googleapis.com/fcm/send/x', 'chrome://gcm-internals'],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', 'about:debugging'],
    ['https://push.example/x', 'subscription keys'],
  ])('was accepted by %s and not delivered: look at %s', (url, place) => {
    const { id, next } = judge([service(201, url)], real);
    expect(id).toBe('not-delivered');
    expect(next).toContain(place);
  });

  it('was accepted, and nothing was seen of it', () => {
    expect(judge([service(201)], real)).toMatchObject({ id: 'not-delivered', severity: 'warning' });
    expect(judge([service(201), request('content/get', { httpStatus: 200 })], real).id).toBe(
      'nothing-shown',
    );
    expect(judge([service(201), shown], real).id).toBe('shown');
  });

  const left = (title: string, tag = '') =>
    step('notifications', { detail: { data: { before: [], after: [{ title, body: '', tag }] } } });
  const ofPayload = (payload: string) => ({ detail: { way: 'real', payload } });
  const good = { notification: { title: 'Tea' }, data: { hub_link: '{}' } };

  it('may have shown what was there before', () => {
    const answer = { httpStatus: 200, response: { error: 0, data: { title: 'Tea', tag: 't' } } };
    const pulled = [service(201), request('content/get', answer)];
    expect(judge([...pulled, left('Tea', 't')], real)).toMatchObject({
      id: 'shown',
      isGuess: true,
    });
    expect(judge([...pulled, left('Tea', 'other')], real).id).toBe('nothing-shown');
    expect(judge([...pulled, left('Milk', 't')], real).id).toBe('nothing-shown');
    const sent = [service(201), left('Tea')];
    expect(judge(sent, ofPayload(JSON.stringify(good))).id).toBe('shown');
  });

  it.each([
    ['{"notification', 'not JSON'],
    ['"text"', 'not JSON'],
    ['{"data":{}}', 'hub_link'],
    ['{"title":"x","data":"{}"}', 'hub_link'],
  ])('probably failed at %s', (payload, flaw) => {
    const outcome = judge([service(201), left('Tea')], ofPayload(payload));
    expect(outcome).toMatchObject({ id: 'handler-threw', isGuess: true });
    expect(outcome.sentence).toContain(flaw);
  });

  it('is no guess where the worker was seen, or the payload is whole', () => {
    const seen = [service(201), request('request', { httpStatus: 200 })];
    expect(judge(seen, ofPayload('{')).id).toBe('nothing-shown');
    const safari = JSON.stringify({ title: 'x', data: '{"hub_link":{}}' });
    expect(judge([service(201)], ofPayload(safari)).id).toBe('not-delivered');
  });

  it('was not sent without access to the host', () => {
    const denied = step('push-service', {
      status: 'failed',
      detail: { error: { name: 'HostDenied', message: 'push.example' } },
    });
    const outcome = judge([denied], real);
    expect(outcome.id).toBe('not-sent');
    expect(outcome.sentence).toContain('push.example');
  });
});

describe('a click', () => {
  it('tells what it opens', () => {
    const opened = step('openWindow', {
      status: 'failed',
      detail: { data: { url: 'https://shop.example/' }, ...failure('Not allowed') },
    });
    const outcome = judge([opened], { name: 'notificationclick', detail: {} });
    expect(outcome).toMatchObject({ id: 'clicked', severity: 'warning' });
    expect(outcome.sentence).toContain('Would open https://shop.example/');
    expect(outcome.sentence).toContain('only for a real click');
    const real = step('openWindow', { detail: { data: { url: 'https://shop.example/' } } });
    expect(judge([real], { name: 'notificationclick', detail: {} })).toMatchObject({
      severity: 'ok',
      sentence: 'The click opens https://shop.example/',
    });
    expect(judge([], { name: 'notificationclick', detail: {} }).severity).toBe('info');
  });
});

it('a foreground message reaches the page', () => {
  expect(judge([], { name: 'foreground', detail: { way: 'foreground' } }).id).toBe('sent-to-page');
});

it('the steps of a push stand under it, and move with it', () => {
  const push = event('push', { status: 'pending', time: 1_000 });
  let session = makeSession([]);
  session = reduce(session, { type: 'push', push: { ref: '1', push, steps: [] } });
  session = reduce(session, { type: 'push', push: { ref: '1', push, steps: [shown, shown] } });
  session = reduce(session, { type: 'push', push: { ref: '2', push, steps: [shown] } });
  expect(session.entries.map(({ key, parent }) => [key, parent])).toEqual([
    ['push:1', undefined],
    ['push:1:1', 'push:1'],
    ['push:1:2', 'push:1'],
    ['push:2', undefined],
    ['push:2:1', 'push:2'],
  ]);
});

it.each([
  ['https://shop.example/?provider=Chrome', false],
  ['https://shop.example/?a=1&provider=Chrome', false],
  ['https://shop.example/?a=1?provider=Chrome', true],
  ['https://shop.example/#x?a=1?provider=Chrome', false],
])('provider= of %s', (url, isBroken) => {
  expect(hasBrokenProvider(url)).toBe(isBroken);
});
