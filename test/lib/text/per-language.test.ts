import { afterEach, expect, test } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { perLanguage } from '../../../lib/text/per-language';

afterEach(() => provideMessages(undefined));

test('holds what it has made until the language is another', () => {
  const held = perLanguage(() => ({}));
  const [english, russian] = [{ yes: { message: 'yes' } }, { yes: { message: 'да' } }];
  provideMessages(english);
  const first = held();
  provideMessages(english);
  expect(held()).toBe(first);
  provideMessages(russian);
  expect(held()).not.toBe(first);
});
