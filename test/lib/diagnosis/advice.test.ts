import { describe, expect, test } from 'vitest';
import { hasMethod, methodNames } from '../../../lib/akpush/methods';
import type { PushMode } from '../../../lib/akpush/push-mode';
import { isExcluded } from '../../../lib/diagnosis/check';
import { examine } from '../../../lib/diagnosis/diagnose';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import type { DiagnosisInput } from '../../../lib/diagnosis/diagnosis-input';
import type { Finding } from '../../../lib/diagnosis/finding';
import { fixAction } from '../../../lib/diagnosis/fix-action';
import type { Rule } from '../../../lib/diagnosis/rule';
import { rules } from '../../../lib/diagnosis/rules';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { splitPlaces } from '../../../lib/text/places';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { type Build, builds, methodsOf, partsOf } from '../../support/builds';
import { makeInput } from '../../support/make-input';
import { ruleInputs } from '../../support/rule-inputs';

/* Every finding on a page with every build, in every browser: what it says to do can be done there. */

const nameOf = ({ generation, engine, mode }: Build) => `${generation} ${engine} ${mode}`;

/** The input of a rule with a build, or why there is none. */
const sceneOf = (rule: Rule, build: Build): DiagnosisInput | string => {
  const make = ruleInputs[rule.id];
  if (!make) return 'no scene';
  const parts = partsOf(build);
  const base = { entries: parts.entries(), state: parts.state() };
  const input = makeInput({
    ...base,
    ...make(parts),
    engine: build.engine,
    page: { ...make(parts).page, sdk: build.generation !== 'none' },
  });
  const missing = input
    .of('call')
    .map(({ name }) => name)
    .find((name) => name !== 'constructor' && !methodsOf[build.generation].includes(name));
  if (missing) return `calls ${missing}, which the build does not have`;
  if (isExcluded(rule, input)) return 'does not apply';
  return input;
};

const methods =
  /\b(?:initSubscription|updateSubscription|suspendSubscription|removeToken)\b|\bAKPush\.events\b/g;

/** What is wrong with a text on that page. */
const wrongIn = (
  text: string,
  { generation, engine }: Build,
  mode: PushMode | undefined,
): string[] => {
  const wrong: string[] = [];
  for (const [method] of text.matchAll(methods))
    if (!methodsOf[generation].includes(method.replace('AKPush.', '')))
      wrong.push(`names ${method}`);
  const isOld = generation === 'G1' || generation === 'G2';
  if (isOld && /localforage|IndexedDB/.test(text)) wrong.push('names a store of newer builds');
  if (!isOld && /localStorage/.test(text)) wrong.push('names a store of older builds');
  if (generation < 'G5' && /vapidKey/.test(text)) wrong.push('names a key of newer builds');
  if (
    engine === 'gecko' &&
    /chrome:\/\/|brave:\/\/|Chrome:|Brave:|Safety Check|Search Console/.test(text)
  )
    wrong.push('names a place of Chrome');
  if (engine === 'chromium' && /about:(?!blank)|Firefox:|\bdom\.\w/.test(text))
    wrong.push('names a place of Firefox');
  const modes = [
    ['firebase', /\bin Firebase mode|в режиме Firebase/],
    ['pull', /\bin pull mode|в режиме pull/i],
    ['safari', /\bin Safari mode|в режиме Safari/i],
  ] as const;
  for (const [named, pattern] of modes)
    if (mode && named !== mode && pattern.test(text)) wrong.push(`speaks of ${named} mode`);
  // Advice to switch to it is of no use where it is on.
  if (mode === 'firebase' && /isFirebase/.test(text)) wrong.push('switches on what is on');
  return wrong;
};

/** What names a place of the panel or of the browser, and is none to follow. */
const mereNames = (text: string): string[] =>
  splitPlaces(text)
    .filter(({ place }) => !place)
    .flatMap(
      (piece) =>
        piece.text.match(
          /→|chrome:\/\/|brave:\/\/|about:(?!blank)|https?:\/\/|\bState,|«Состояни|вкладке «/g,
        ) ?? [],
    );

/** All texts that tell somebody what to do. */
const advised = (finding: Finding): string[] => finding.advice.map(({ text }) => inWords(text));

const fired = new Set<string>();

describe.each([
  ['en', english],
  ['ru', russian],
] as const)('in %s', (_, texts) => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    provideMessages(texts);
    const wrong: string[] = [];
    for (const build of builds) {
      const input = sceneOf(rule, build);
      if (typeof input === 'string') continue;
      const [finding] = examine(input, [rule]).findings;
      if (!finding) continue;
      fired.add(id);
      const say = (what: string) => wrong.push(`${nameOf(build)}: ${what}`);
      if (finding.advice.length === 0) say('says nothing of what to do');
      for (const text of advised(finding)) {
        for (const each of wrongIn(text, build, input.known?.sdk.mode)) say(`${each}: ${text}`);
        for (const each of mereNames(text)) say(`a mere name ${each}: ${text}`);
      }
      for (const fix of finding.fixes ?? [])
        if (!input.known || !fixAction(fix, finding, input.known)) say(`${fix} does nothing`);
      const { verdict } = diagnoseInput(input);
      for (const each of wrongIn(inWords(verdict.next), build, input.known?.sdk.mode))
        say(`verdict ${each}: ${inWords(verdict.next)}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('every rule finds something with some build', () => {
  expect(rules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  expect(Object.keys(ruleInputs).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('what would show something exists in the build', () => {
  provideMessages(english);
  const wrong = builds
    .filter(({ generation }) => generation !== 'none')
    .flatMap((build) => {
      const parts = partsOf(build);
      const input = makeInput({
        entries: parts.entries(),
        state: parts.state({ token: null, registrations: [] }),
        engine: build.engine,
      });
      return examine(input)
        .checks.filter(({ answer }) => answer === 'not-known-yet')
        .flatMap(({ id, about }) =>
          [...wrongIn(inWords(about), build, build.mode), ...mereNames(inWords(about))].map(
            (each) => `${nameOf(build)} ${id} ${each}`,
          ),
        );
    });
  expect(wrong).toEqual([]);
});

test.each(
  builds.filter(({ mode }) => mode === 'pull').map((build) => [nameOf(build), build] as const),
)('the methods of %s', (_, build) => {
  const { known } = makeInput({ entries: partsOf(build).entries() });
  expect(known && methodNames.filter((name) => hasMethod(name, known.sdk))).toEqual(
    methodNames.filter((name) => methodsOf[build.generation].includes(name)),
  );
});

test.each(['G3', 'G4'] as const)(
  '%s, once granted: nothing that loses the token, nothing that does nothing',
  (generation) => {
    provideMessages(english);
    for (const build of builds.filter((each) => each.generation === generation))
      for (const rule of rules) {
        const input = sceneOf(rule, build);
        if (typeof input === 'string') continue;
        if (input.known?.state.permission.notification !== 'granted') continue;
        const [finding] = examine(input, [rule]).findings;
        expect(finding?.fixes ?? []).not.toContain('clear-token');
        expect(finding?.fixes ?? []).not.toContain('init-again');
        expect(finding ? advised(finding).join(' ') : '').not.toMatch(
          /[Cc]lear the cached token|first removeToken/,
        );
      }
  },
);
