import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { followDiagnosis } from '../../../lib/diagnosis/follow-diagnosis';
import { sdkGuide } from '../../../lib/diagnosis/guides';
import { rules } from '../../../lib/diagnosis/rules';
import { checkupReport } from '../../../lib/formats/checkup-report';
import { diagnosisMarkdown, findingMarkdown } from '../../../lib/formats/finding-markdown';
import { toReport } from '../../../lib/formats/to-report';
import { tell } from '../../../lib/formats/told';
import { provideMessages } from '../../../lib/i18n/message';
import { type Checkup, checkupSteps } from '../../../lib/model/checkup';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { hostileText, hostileTexts } from '../../support/hostile-texts';
import { makeHostile } from '../../support/make-hostile';
import { elementsOf, renderers } from '../../support/render-markdown';

beforeAll(() => provideMessages(english));

const about = (text: string) => ({ extension: '1.2.3', browser: `Browser/1 ${text}` });

/** All Markdown that is written of a session. */
const written: Readonly<Record<string, (text: string) => string>> = {
  'bug report': (text) => {
    const session = makeHostile(text);
    return toReport(session, tell(session), about(text));
  },
  diagnosis: (text) => {
    const session = makeHostile(text);
    const live = followDiagnosis(undefined, session, readOutcomes(session));
    const url = session.pages[0]?.url ?? '';
    const { entries } = session;
    return live ? diagnosisMarkdown(live, { url, environment: text, at: 0, entries }) : '';
  },
  finding: (text) =>
    findingMarkdown(
      {
        id: 'x',
        part: 'page',
        node: 'page',
        severity: 'error',
        link: sdkGuide,
        title: text,
        sentence: text,
        evidence: [
          { type: 'fact', label: text, text },
          { type: 'entry', key: '1:42' },
        ],
        advice: [{ who: 'site', text }],
        isGuess: true,
      },
      makeHostile(text).entries,
    ),
  checkup: (text) => {
    const steps = checkupSteps.map(
      (id) => ({ id, status: 'failed', text, took: 5, evidence: ['1:42', text] }) as const,
    );
    const checkup: Checkup = { url: text, begun: 0, steps, isEnded: true };
    return checkupReport(checkup, text);
  },
};

const allowed = new Set(
  'h1 h2 h3 p ul ol li code strong em table thead tbody tr th td a'.split(' '),
);
const ours = new Set(rules.map(({ link }) => link));
const texts = Object.entries(written);

test.each(texts)('%s: no element, image or address that is not ours', (_, write) => {
  const check = (text: string) => {
    const markdown = write(text);
    expect(markdown).not.toBe('');
    for (const render of Object.values(renderers)) {
      const { names, addresses } = elementsOf(render(markdown));
      expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
      expect(addresses.filter((address) => !ours.has(address))).toEqual([]);
    }
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 20 });
});

test.each(texts)(
  '%s: its lists, tables and headings are what they are for any text',
  (_, write) => {
    const shape = (text: string) =>
      (renderers.marked?.(write(text)).match(/<(?:h\d|li|td|tr|table)\b/g) ?? []).join('');
    const plain = shape('x');
    // In a configuration this is a finding.
    const filledIn = shape('{{y}}');
    for (const text of hostileTexts)
      expect(shape(text)).toBe(text.includes('{{') ? filledIn : plain);
  },
);

test.each(['ru', 'en'])('%s: nothing in our own messages acts either', (language) => {
  provideMessages(language === 'ru' ? russian : english);
  for (const [, write] of texts)
    for (const render of Object.values(renderers)) {
      const { names, addresses } = elementsOf(render(write('x')));
      expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
      expect(addresses.filter((address) => !ours.has(address))).toEqual([]);
    }
  provideMessages(english);
});
