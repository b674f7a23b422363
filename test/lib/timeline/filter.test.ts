import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { reduce } from '../../../lib/session/reduce';
import { readFilter } from '../../../lib/timeline/filter';
import { addFilterTerm } from '../../../lib/timeline/filter-term';
import english from '../../../public/_locales/en/messages.json';
import { makeLargeSession, makeShopSession } from '../../support/make-session';
import { shownPush } from '../../support/seen-session';

beforeAll(() => provideMessages(english));

const { entries } = makeShopSession();
const found = (text: string): string[] => {
  const filter = readFilter(text);
  return entries.filter((entry) => filter.judge(entry) === 'match').map(({ name }) => name);
};

describe('readFilter', () => {
  it('takes all when it is empty', () => {
    expect(readFilter('  ').isEmpty).toBe(true);
    expect(found('')).toHaveLength(entries.length);
  });

  it('wants all words, in any case, in any place', () => {
    expect(found('KAZAN anna')).toEqual(['initSubscription', 'save', 'update']);
    expect(found('kazan nowhere')).toEqual([]);
  });

  it('finds phrases, also inside JSON text', () => {
    expect(found('"internal server error"')).toEqual(['update']);
    expect(found('/"city":"Kazan"/')).toContain('save');
  });

  it('understands patterns, which do not mind the case', () => {
    expect(found('/^request (save|suspend)/')).toEqual(['save', 'suspend']);
    expect(found('-/^(request|call|event|worker|sdk)/')).toEqual([
      'requestPermission',
      'subscribe',
      'TypeError',
    ]);
  });

  it('reads a path as text, not as a pattern', () => {
    expect(found('/push/subscription/save')).toEqual(['save']);
  });

  it('understands kind:, name: and status: with lists', () => {
    expect(found('kind:permission,error')).toEqual(['requestPermission', 'TypeError']);
    expect(found('kind:req status:failed,pending')).toEqual(['update', 'suspend']);
    expect(found('name:update')).toEqual(['updateSubscription', 'update', 'update_subscription']);
    expect(found('name:"update"')).toEqual(['update']);
    expect(found('kind:')).toHaveLength(entries.length);
  });

  it('finds a push with its steps, and the steps alone', () => {
    const pushed = reduce(makeShopSession(), { type: 'push', push: shownPush }).entries;
    const count = (text: string) => {
      const filter = readFilter(text);
      return pushed.filter((entry) => filter.judge(entry) === 'match').length;
    };
    const steps = shownPush.steps.length;
    expect(count('kind:push')).toBe(steps + 1);
    expect(count('kind:"push"')).toBe(steps + 1);
    expect(count('kind:worker-step')).toBe(steps);
    expect(count('kind:worker')).toBe(found('kind:worker').length);
    expect(count('woken')).toBe(1);
  });

  it('tells what was excluded from what was missed', () => {
    const call = entries.find(({ name }) => name === 'initSubscription');
    expect(call && readFilter('-name:"initSubscription"').judge(call)).toBe('excluded');
    expect(call && readFilter('name:save').judge(call)).toBe('miss');
  });

  it('leaves a broken pattern out and says so', () => {
    const filter = readFilter('/(abc/ kind:error');
    expect(filter.problem()).toMatchObject({ problem: 'invalid' });
    expect(found('/(abc/ kind:error')).toEqual(['TypeError']);
    expect(found('/(abc/')).toHaveLength(entries.length);
  });

  it('refuses patterns that explode', () => {
    expect(readFilter('/(a+)+$/').problem()).toEqual({ problem: 'explosive' });
    expect(readFilter('/((a|b)*c)*d/').problem()).toEqual({ problem: 'explosive' });
    expect(readFilter('/[(+]+ (ab)+c/').problem()).toBeNull();
  });

  it.each(['/.*.*.*nowhere/', '/(.|\\w)*\\u0007/'])('gives the slow pattern %s up', (pattern) => {
    const { entries: many } = makeLargeSession(10_000);
    const filter = readFilter(pattern);
    const begin = performance.now();
    for (const entry of many) filter.judge(entry);
    expect(filter.problem()).toEqual({ problem: 'slow' });
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it.each(['"', '-', '/', '//', '-/', 'kind:"', 'name:,,', '\\', '- -"x'])(
    'survives %s',
    (text) => {
      expect(() => found(text)).not.toThrow();
    },
  );
});

describe('addFilterTerm', () => {
  it('adds a term once', () => {
    expect(addFilterTerm('', 'kind:call')).toBe('kind:call');
    expect(addFilterTerm('-name:"save"', 'name:"save"')).toBe('-name:"save" name:"save"');
    expect(addFilterTerm('a  kind:call', 'kind:call')).toBe('a kind:call');
  });
});
