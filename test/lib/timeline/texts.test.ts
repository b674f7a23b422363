import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import type { SessionEntry } from '../../../lib/model/session';
import { stackFrames } from '../../../lib/model/stack-frames';
import { formatDuration } from '../../../lib/text/format-duration';
import { formatTime } from '../../../lib/text/format-time';
import { summarize } from '../../../lib/text/summary';
import { countKinds } from '../../../lib/timeline/kind-counts';
import { defaultSettings, readSettings } from '../../../lib/timeline/settings';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makeSession, makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const summaryOf = (entry: Entry): string =>
  summarize(makeSession([entry]).entries[0] as SessionEntry);

describe('summarize', () => {
  it('has a line for every entry', () => {
    const lines = makeShopSession().entries.map(summarize);
    expect(lines).toContain('assigned to window.AKPush · account 1, resource 3');
    expect(lines).toContain('POST pxl.example.com /push/subscription/save → {error: 0}');
    expect(lines.every((line) => line.length > 0 && line.length <= 400)).toBe(true);
  });

  it('names arguments as the SDK does', () => {
    const args = [{ email: 'a@b.c' }, {}, true];
    expect(summaryOf(makeEntry('call', { name: 'updateSubscription', detail: { args } }))).toBe(
      'match {email: "a@b.c"}, update {}, inexclusive true',
    );
  });

  it('says that nobody listened and that no gesture was there', () => {
    expect(summaryOf(makeEntry('event', { detail: { listeners: 0 } }))).toBe('no listeners');
    expect(
      summaryOf(makeEntry('permission', { detail: { answer: 'denied', gesture: false } })),
    ).toBe('default → denied · no user gesture');
  });

  it('shows errors', () => {
    const error = { name: 'AbortError', message: 'Registration failed' };
    expect(summaryOf(makeEntry('call', { name: 'removeToken', detail: { error } }))).toBe(
      '→ AbortError: Registration failed',
    );
  });

  it('words what entries have as names and flags', () => {
    const push = { name: 'push', detail: { way: 'worker', payload: null, isDry: true } } as const;
    expect(summaryOf(makeEntry('push', push))).toBe('Simulated push · No payload · dry run');
    const error = { name: 'WorkerStopped', message: '' };
    expect(summaryOf(makeEntry('worker-step', { name: 'stopped', detail: { error } }))).toBe(
      'Error: The service worker was stopped.',
    );
    const gone = { name: 'gone', detail: { data: { title: 'Tea' } } } as const;
    expect(summaryOf(makeEntry('worker-step', gone))).toBe(
      '{title: "Tea"} · Closed or clicked by the user, or removed by the browser.',
    );
  });
});

describe('times', () => {
  it('are clock times, or since the start of the page', () => {
    const noon = new Date(2026, 0, 2, 12, 3, 4, 56).getTime();
    expect(formatTime(noon, 0, 'absolute')).toBe('12:03:04.056');
    expect(formatTime(1500.4, 300, 'relative')).toBe('+1.200');
    expect(formatTime(121_204, 0, 'relative')).toBe('+2:01.204');
    expect(formatTime(3_725_000, 0, 'relative')).toBe('+1:02:05.000');
  });

  it('last in the unit that reads best', () => {
    expect([0.04, 3.21, 240.4, 1240, 150_000].map(formatDuration)).toEqual([
      '0 ms',
      '3.2 ms',
      '240 ms',
      '1.24 s',
      '2.5 min',
    ]);
  });
});

describe('stackFrames', () => {
  it('reads both browsers and leaves the extension out', () => {
    expect(
      stackFrames(
        [
          'Error: x',
          '    at t (chrome-extension://abc/hook.js:1:2)',
          '    at async Shop.go (https://shop.example/a.js:10:20)',
          '    at https://shop.example/b.js?v=1:3:4',
          'save@https://shop.example/c.js:5:6',
          '@https://shop.example/d.js:7:8',
        ].join('\n'),
      ).map(({ function: name, url, line, column }) => [name, url.slice(21), line, column]),
    ).toEqual([
      ['Shop.go', 'a.js', 10, 20],
      ['', 'b.js?v=1', 3, 4],
      ['save', 'c.js', 5, 6],
      ['', 'd.js', 7, 8],
    ]);
  });
});

describe('readSettings', () => {
  it('takes what it understands', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings);
    expect(
      readSettings({ split: 7, filter: 3, hiddenKinds: ['call', 'x'], time: 'relative' }),
    ).toEqual({ ...defaultSettings, hiddenKinds: ['call'], time: 'relative' });
  });
});

describe('countKinds', () => {
  it('counts', () => {
    expect(countKinds(makeShopSession().entries)).toMatchObject({ call: 4, request: 4, error: 1 });
  });
});
