import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../lib/diagnosis/finding';
import { rules } from '../../../lib/diagnosis/rules';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { toldFindings, withConsequences } from '../../support/told-findings';

/* What proves a finding, in every scene of the rules and in every recorded session. */

const all = toldFindings();

/** An address says the same wherever it stands; a word such as `denied`, or a time, may be two facts. */
const isAddress = (text: string): boolean => text.length > 12 && text.includes('/');

/** Texts that a finding's evidence has twice, as a label, a value or both in one. */
const twiceIn = ({ evidence }: Finding): string[] => {
  const keys = evidence.flatMap((each) => (each.type === 'entry' ? [each.key] : []));
  const texts = evidence.flatMap((each) =>
    each.type === 'fact' ? [inWords(each.label), inWords(each.text)] : [],
  );
  const lines = evidence.flatMap((each) =>
    each.type === 'fact' ? [`${inWords(each.label)}: ${inWords(each.text)}`] : [],
  );
  const twice = (list: readonly string[]) => list.filter((each, at) => list.indexOf(each) !== at);
  return [...twice(keys), ...twice(lines), ...twice(texts.filter(isAddress))];
};

test('every rule is looked at', () => {
  const found = new Set(all.flatMap(({ findings }) => withConsequences(findings)).map((f) => f.id));
  expect(rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

describe.each([
  ['English', english],
  ['Russian', russian],
] as const)('in %s', (_, messages) => {
  beforeAll(() => provideMessages(messages));

  test('nothing is named twice in the evidence of a finding', () => {
    const wrong = all.flatMap(({ findings }) =>
      withConsequences(findings).flatMap((finding) =>
        twiceIn(finding).map((text) => `${finding.id}: ${text}`),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
