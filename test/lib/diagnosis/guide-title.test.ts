import { expect, test } from 'vitest';
import { guideTitle } from '../../../lib/diagnosis/guide-title';
import { permissionGuide } from '../../../lib/diagnosis/guides';
import { rules } from '../../../lib/diagnosis/rules';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';

test('each rule’s link says what it is about, and whose page it is', () => {
  provideMessages(english);
  const titles = rules.map(({ link }) => inWords(guideTitle(link)));
  expect(
    titles.filter(
      (title) => !/^[A-Za-z][\w. -]{3,60} \((?:MDN|Altcraft|Google|RFC 8030)\)$/.test(title),
    ),
  ).toEqual([]);
});

test.each([
  [permissionGuide, 'How permission works (MDN)', 'Как работает разрешение (MDN)'],
  ...[
    [
      'https://developer.mozilla.org/docs/Web/API/PushSubscription/getKey',
      'PushSubscription.getKey (MDN)',
    ],
    ['https://developer.mozilla.org/docs/Web/API/Push_API#browser_compatibility', 'Push API (MDN)'],
    [
      'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent',
      'User-Agent (MDN)',
    ],
    ['https://elsewhere.example/page', 'elsewhere.example'],
  ].map(([url = '', name = '']) => [url, name, name]),
])('%s', (url, inEnglish, inRussian) => {
  provideMessages(english);
  expect(inWords(guideTitle(url ?? ''))).toBe(inEnglish);
  provideMessages(russian);
  expect(inWords(guideTitle(url ?? ''))).toBe(inRussian);
});
