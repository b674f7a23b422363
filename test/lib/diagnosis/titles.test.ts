import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../lib/diagnosis/finding';
import { rules } from '../../../lib/diagnosis/rules';
import { cutMiddle, maxTitle, titleAddress } from '../../../lib/diagnosis/title';
import { provideMessages } from '../../../lib/i18n/message';
import { type Phrase, phrase } from '../../../lib/model/phrase';
import type { SessionEntry } from '../../../lib/model/session';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { type Told, toldFindings, withConsequences } from '../../support/told-findings';

/* What each finding is called, in every scene of the rules and in every recorded session. */

const all = toldFindings();

const longAddress = 'https://static.shop.example/assets/build/push/worker/firebase-messaging.js';

/** A title with values as long as they come. */
const lengthened = (title: Phrase): Phrase => {
  if (typeof title === 'string') return titleAddress(longAddress, 'https://shop.example/');
  if ('parts' in title) return { ...title, parts: title.parts.map(lengthened) };
  if (!('key' in title)) return title;
  if (title.key === 'titleReturns')
    return phrase('titleReturns', titleAddress(longAddress, 'https://shop.example/', 38), 404);
  return phrase(title.key, ...title.values.map(() => 'fcm/connect/subscribe'));
};

/** What browsers, servers and pages said of errors, where it is long enough to be no plain word. */
const wordsOf = (entries: readonly SessionEntry[]): string[] =>
  entries.flatMap(({ detail }) => {
    // A policy is the site's, and names what is refused.
    if ('source' in detail && detail.source === 'securitypolicyviolation') return [];
    const error = 'error' in detail ? (detail.error as { message?: unknown } | null) : null;
    const said = typeof error?.message === 'string' ? error.message : '';
    return said.length > 12 ? [said, said.slice(0, 40)] : [];
  });

/** A sentence as it is compared: without capitals, the full stop and quotes. */
const plain = (text: string): string => text.toLowerCase().replace(/[.\s]+$/, '');

const languages = [
  ['English', english],
  ['Russian', russian],
] as const;

test('all rules and many sessions are looked at', () => {
  const found = new Set(all.flatMap(({ findings }) => withConsequences(findings)).map((f) => f.id));
  expect(rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  expect(all.filter(({ isRecorded }) => isRecorded).length).toBeGreaterThan(100);
});

describe.each(languages)('in %s', (_, messages) => {
  beforeEach(() => provideMessages(messages));

  const eachTitle = (check: (title: string, told: Told, finding: Finding) => string | false) => [
    ...new Set(
      all.flatMap((told) =>
        withConsequences(told.findings).flatMap((finding) => {
          const title = inWords(finding.title);
          const wrong = check(title, told, finding);
          return wrong === false ? [] : [`${finding.id}: ${wrong}`];
        }),
      ),
    ),
  ];

  test('a title is one line of at most 90 characters, without a full stop', () => {
    expect(
      eachTitle((title) =>
        title.length > 0 && title.length <= maxTitle && !/[\n.]$/.test(title)
          ? false
          : `${title.length} ${title}`,
      ),
    ).toEqual([]);
  });

  test('with long addresses, names and fields it is no longer', () => {
    expect(
      eachTitle((_title, _told, { title }) => {
        const longest = inWords(lengthened(title));
        return longest.length > maxTitle && `${longest.length} ${longest}`;
      }),
    ).toEqual([]);
  });

  test('a title has one colon at most, and no words of a browser, a server or a page', () => {
    expect(
      eachTitle((title, { entries }) =>
        title.split(': ').length > 2 || wordsOf(entries).some((said) => title.includes(said))
          ? title
          : false,
      ),
    ).toEqual([]);
  });

  test('the explanation has none of them either: they are evidence', () => {
    expect(
      eachTitle((_title, { entries }, { sentence }) => {
        const text = inWords(sentence);
        return wordsOf(entries).some((said) => text.includes(said)) && text;
      }),
    ).toEqual([]);
  });

  test('title and explanation say two things', () => {
    expect(
      eachTitle((title, _told, { sentence }) => {
        const [a, b] = [plain(title), plain(inWords(sentence))];
        return (a.includes(b) || b.includes(a)) && `${title} | ${inWords(sentence)}`;
      }),
    ).toEqual([]);
  });

  test('the verdict has the title of its finding, and no explanation', () => {
    const wrong = all.flatMap(({ verdict, findings, from }) => {
      const finding = withConsequences(findings).find(({ id }) => id === verdict.finding);
      if (!finding) return [];
      const text = `${inWords(verdict.sentence)} ${inWords(verdict.reason)}`;
      const title = inWords(finding.title);
      const isNamed = text.includes(title.split(': ')[0]?.slice(1) ?? title);
      const isTwice = text.includes(inWords(finding.sentence));
      return isNamed && !isTwice && text.split(': ').length <= 2 ? [] : [`${from}: ${text}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('what a title is about is cut in the middle', () => {
  expect(cutMiddle('short', 5)).toBe('short');
  expect(cutMiddle('a-much-longer-text', 9)).toBe('a-mu…text');
  expect(titleAddress('https://shop.example/a/b.js?x=1', 'https://shop.example/')).toBe('/a/b.js');
  expect(titleAddress('https://cdn.example/a.js', 'https://shop.example/')).toBe(
    'cdn.example/a.js',
  );
});
