import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { readFilter } from '../../../lib/timeline/filter';
import { bannerNotices, emptyNotice } from '../../../lib/timeline/notice';
import { findRelated } from '../../../lib/timeline/related';
import { buildRows, type RowsView } from '../../../lib/timeline/rows';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makeSession, makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const shop = makeShopSession();
const build = (view: Partial<RowsView> & { text?: string } = {}, session = shop) =>
  buildRows(session.pages, session.entries, {
    filter: readFilter(view.text ?? ''),
    hiddenKinds: [],
    folded: new Set(),
    ...view,
  });
/** Rows as an outline: indented names, `~` for context, `+` for folded, pages in brackets. */
const outline = (...args: Parameters<typeof build>): string[] =>
  build(...args).rows.map((row) => {
    if (row.type === 'page')
      return `[${row.isReload === null ? 'first' : row.isReload ? 'reload' : 'navigation'}]`;
    if (row.type === 'moment') return `!${row.moment.label}`;
    const mark = `${row.isContext ? '~' : ''}${row.isFolded ? '+' : ''}`;
    return `${' '.repeat(row.level - 1)}${mark}${row.entry.name}`;
  });

describe('buildRows', () => {
  it('puts what a call caused under it, and pages between', () => {
    expect(outline()).toEqual([
      '[first]',
      'G6',
      'constructor',
      'register',
      'active',
      'initSubscription',
      ' requestPermission',
      ' subscribe',
      ' registrations',
      ' save',
      ' subscribe',
      '[navigation]',
      'G6',
      'updateSubscription',
      ' update',
      ' update_subscription',
      'TypeError',
      'suspendSubscription',
      ' suspend',
    ]);
  });

  it('keeps effects directly under their call when another call began between', () => {
    const session = makeSession([
      makeEntry('call', { id: 1, name: 'a' }),
      makeEntry('call', { id: 2, name: 'b' }),
      makeEntry('request', { id: 3, name: 'of a', call: 1 }),
      makeEntry('request', { id: 4, name: 'of b', call: 2 }),
    ]);
    expect(outline({}, session)).toEqual(['[first]', 'a', ' of a', 'b', ' of b']);
  });

  it('nests calls in calls and survives wrong causes', () => {
    const session = makeSession([
      makeEntry('call', { id: 1, name: 'outer' }),
      makeEntry('call', { id: 2, name: 'inner', call: 1 }),
      makeEntry('event', { id: 3, name: 'deep', call: 2 }),
      makeEntry('call', { id: 4, name: 'own cause', call: 4 }),
      makeEntry('event', { id: 5, name: 'lost cause', call: 99 }),
    ]);
    expect(outline({}, session)).toEqual([
      '[first]',
      'outer',
      ' inner',
      '  deep',
      'own cause',
      'lost cause',
    ]);
  });

  it('folds', () => {
    const rows = outline({ folded: new Set(['1:5']) });
    expect(rows).toContain('+initSubscription');
    expect(rows).not.toContain(' save');
    expect(build({ folded: new Set(['1:5']) }).matches).toBe(17);
  });

  it('shows the call of a match as context, and does not count it', () => {
    expect(outline({ text: 'name:"save"' })).toEqual([
      '[first]',
      '~initSubscription',
      ' save',
      '[navigation]',
    ]);
    expect(build({ text: 'name:"save"' }).matches).toBe(1);
  });

  it('lifts effects when their call is excluded or its kind is switched off', () => {
    const lifted = ['[first]', 'save', '[navigation]'];
    expect(outline({ text: 'name:"save" -kind:call' })).toEqual(lifted);
    expect(outline({ text: 'name:"save"', hiddenKinds: ['call'] })).toEqual(lifted);
  });

  it('tells a reload from a navigation', () => {
    const [first] = shop.pages;
    if (!first) throw new Error('no page');
    const pages = [first, { ...first, number: 2, url: `${first.url}#top` }];
    expect(outline({}, { ...shop, pages, entries: [] })).toEqual(['[first]', '[reload]']);
  });
});

describe('findRelated', () => {
  it('finds cause, candidates and effects on the same page only', () => {
    const entry = (key: string) => shop.entries.find((each) => each.key === key) as never;
    const related = (key: string) => findRelated(shop.entries, entry(key));
    expect(related('2:2').effects.map(({ key }) => key)).toEqual(['2:3', '2:4']);
    expect(related('2:3').cause?.key).toBe('2:2');
    expect(related('2:5').candidates.map(({ key }) => key)).toEqual(['2:2', '2:6']);
  });
});

describe('notices', () => {
  it('say why there is nothing', () => {
    const none = makeSession([]);
    expect(emptyNotice(none, 0)).toBe('nothing-yet');
    expect(emptyNotice({ ...none, recording: false }, 0)).toBe('not-recording');
    expect(emptyNotice({ ...none, connection: 'no-sdk' }, 0)).toBe('no-sdk');
    expect(emptyNotice(shop, 0)).toBe('no-match');
    expect(emptyNotice(shop, 3)).toBeNull();
  });

  it('say what the entries do not', () => {
    expect(bannerNotices(shop)).toEqual([]);
    expect(bannerNotices({ ...shop, connection: 'unreachable', lost: 3 })).toEqual([
      'unreachable',
      'lost',
    ]);
  });
});
