import { beforeEach, describe, expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { builds, partsOf } from '../../support/builds';
import { makeInput } from '../../support/make-input';
import { ruleInputs } from '../../support/rule-inputs';
import { toldFindings, withConsequences } from '../../support/told-findings';

/* What is said of a fault is said once, in words, and says what to do. */

const all = toldFindings();

/** What something is asked to do with, at the beginning of a sentence, or a place that is gone to. */
const asks =
  /(?:^|[.;:] |, then |Otherwise, |If [^,]+, |To [^,]+, |Or )(?:State → |(?:accept|add|allow|ask|call|check|choose|clear|click|close|copy|correct|create|delete|end|exclude|fill|give|import|keep|leave|let|load|look|make|move|name|open|pass|publish|put|recompute|register|reload|remove|reset|restore|return|run|see|send|serve|set|subscribe|test|try|turn|unregister|unsubscribe|update|upload|use|wait|write|do not)\b)/i;

/** The same status or error twice: “(503, 503)”, “500: 500”. */
const doubled = /(\b\d{3}\b)(?:, |: )\1\b|\(([^(),]{2,}), \2\)/;

describe.each([
  ['English', english],
  ['Russian', russian],
] as const)('in %s', (language, messages) => {
  beforeEach(() => provideMessages(messages));

  test('a reason is said once', () => {
    const wrong = all.flatMap(({ findings }) =>
      withConsequences(findings).flatMap(({ id, title, sentence, evidence, advice }) =>
        [
          title,
          sentence,
          ...advice.map(({ text }) => text),
          ...evidence.flatMap((each) => (each.type === 'fact' ? [each.text] : [])),
        ]
          .map(inWords)
          .filter((text) => doubled.test(text))
          .map((text) => `${id}: ${text}`),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('a reason that is told twice would be found', () => {
    expect(
      ['no answer (503, 503)', 'refused: 500, 500: Error'].every((text) => doubled.test(text)),
    ).toBe(true);
  });

  test('the chain has words, not the names of outcomes', () => {
    const wrong = Object.entries(ruleInputs).flatMap(([id, make]) =>
      builds.flatMap((build) => {
        if (build.generation === 'none') return [];
        const parts = partsOf(build);
        const scene = { entries: parts.entries(), state: parts.state(), ...make(parts) };
        const { chain } = diagnoseInput(makeInput({ ...scene, engine: build.engine }));
        return chain.nodes
          .map(({ note }) => inWords(note))
          .filter((note) => /^[a-z]+(?:-[a-z]+)+$/.test(note))
          .map((note) => `${id}: ${note}`);
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('a setting that is empty is said to be empty', () => {
    const make = ruleInputs['config-incomplete'];
    const build = builds.find(({ generation }) => generation === 'G6');
    if (!make || !build) throw new Error('no scene');
    const parts = partsOf(build);
    const { findings } = diagnoseInput(
      makeInput({ entries: parts.entries(), state: parts.state(), ...make(parts) }),
    );
    const facts = findings
      .find(({ id }) => id === 'config-incomplete')
      ?.evidence.flatMap((each) =>
        each.type === 'fact' ? [`${inWords(each.label)}: ${inWords(each.text)}`] : [],
      );
    expect(facts).toEqual([`config.resourceToken: ${language === 'English' ? 'empty' : 'пусто'}`]);
  });
});

test('of what is advised something is to be done', () => {
  provideMessages(english);
  const wrong = all.flatMap(({ findings }) =>
    findings
      .filter(({ advice }) => !advice.some(({ text }) => asks.test(inWords(text))))
      .map(({ id, advice }) => `${id}: ${advice.map(({ text }) => inWords(text)).join(' / ')}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(asks.test('In pull mode the worker asks the server what to show.')).toBe(false);
});
