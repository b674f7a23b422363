import { afterEach, describe, expect, it } from 'vitest';
import { formatNumber } from '../../../lib/i18n/format-number';
import { message, provideMessages } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';

afterEach(() => provideMessages(undefined));

describe('plural', () => {
  it('takes the English forms', () => {
    provideMessages(english);
    expect(plural('entriesLost', 1)).toBe('1 entry was lost: it could not be kept or read.');
    expect(plural('entriesLost', 1234)).toMatch(/^1,234 entries were/);
  });

  it('takes the Russian forms', () => {
    provideMessages(russian);
    expect([1, 2, 5, 21].map((count) => plural('entriesLost', count).slice(0, 19))).toEqual([
      'Потеряна 1 запись: ',
      'Потеряны 2 записи: ',
      'Потеряно 5 записей:',
      'Потеряна 21 запись:',
    ]);
    expect(formatNumber(2.5, 1)).toBe('2,5');
  });
});

describe('message', () => {
  it('asks the browser when nothing was provided', () => {
    const asked: unknown[] = [];
    Object.assign(globalThis, {
      browser: {
        i18n: {
          getMessage: (...args: unknown[]) => {
            asked.push(args);
            return 'text';
          },
        },
      },
    });
    expect(message('counter', 1, 2)).toBe('text');
    expect(asked).toEqual([['counter', ['1', '2']]]);
    Object.assign(globalThis, { browser: undefined });
  });

  it('fills substitutions, also with text that looks like one', () => {
    provideMessages(english);
    expect(message('counter', '$all$', '$1')).toBe('$all$ of $1');
  });
});
