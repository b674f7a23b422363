import { errorText } from '../model/error-text';
import { type MessagePhrase, phrase } from '../model/phrase';
import type { CallEntry } from '../outcome/call-context';
import type { OutcomeId } from '../outcome/outcome';
import { checkObject, type ObjectCheck } from './check-object';
import { type Answer, type CheckedExpectation, failed, met, unseen } from './expectation';
import type { ExpectedCall } from './expectations-schema';
import { isAbsent } from './expected-value';
import { isFine, type MatchedCall, matchCalls } from './match-calls';
import { sayMissing } from './say-missing';
import { argumentOf, objectArguments } from './sent-fields';
import type { Site } from './site';

const endOf = (call: CallEntry, ends: 'ok' | 'failed', site: Site): Answer => {
  if (call.status === 'pending') {
    const note = phrase('expectPending');
    return site.isOver ? sayMissing(site, note) : unseen(note);
  }
  if (call.status === ends) return met;
  const { error } = call.detail;
  return failed(error ? phrase('expectThrew', errorText(error)) : phrase('expectEnded'));
};

/** Outcomes that are concluded from what did not happen, as far as was seen. */
const ofAbsence: readonly string[] = [
  'token-unchanged',
  'init-pending',
  'granted-before',
  'page-left',
  'permission-dismissed',
  'permission-no-gesture',
  'no-token',
  'unknown',
] satisfies OutcomeId[];

const outcomeOf = (call: CallEntry, wanted: string, site: Site): Answer => {
  const id = site.outcomes.of(call)?.id;
  if (id === wanted) return met;
  const isOpen = id === undefined || id === 'running' || id === 'waiting-for-load';
  const note = phrase('expectOutcomeIs', id ?? '');
  if (isOpen && !site.isOver) return unseen(note);
  return isOpen || ofAbsence.includes(id) ? sayMissing(site, note) : failed(note);
};

/** All that is expected of one call, but its place. */
const detailsOf = (
  expected: ExpectedCall,
  id: string,
  call: CallEntry | undefined,
  site: Site,
): ObjectCheck[] => {
  const { method, inexclusive, ends, outcome } = expected;
  const given = call && argumentOf(call, 'inexclusive');
  const line = (name: string, title: MessagePhrase, answer: Answer): ObjectCheck => ({
    id: `${id}.${name}`,
    title,
    ...answer,
  });
  const none = unseen('');
  return [
    ...objectArguments.flatMap((name) => {
      const wanted = expected[name];
      return wanted
        ? checkObject(name, `${id}.${name}`, wanted, call && argumentOf(call, name))
        : [];
    }),
    ...(inexclusive === undefined
      ? []
      : [
          line(
            'inexclusive',
            phrase('expectField', 'inexclusive', String(inexclusive)),
            given === inexclusive || (isAbsent(given) && !inexclusive)
              ? met
              : failed(phrase('expectIs', isAbsent(given) ? 'undefined' : String(given))),
          ),
        ]),
    ...(ends === undefined
      ? []
      : [
          line(
            'ends',
            phrase(ends === 'ok' ? 'expectResolves' : 'expectRejects', method),
            call ? endOf(call, ends, site) : none,
          ),
        ]),
    ...(outcome === undefined
      ? []
      : [
          line(
            'outcome',
            phrase('expectOutcome', method, outcome),
            call ? outcomeOf(call, outcome, site) : none,
          ),
        ]),
  ];
};

const placeOf = ({ method }: ExpectedCall, { call, before }: MatchedCall, site: Site): Answer => {
  if (call && !before) return met;
  if (call && before) return sayMissing(site, phrase('expectTooEarly', before.name));
  if (before) return sayMissing(site, phrase('expectNotBefore', before.name));
  const isMade = site.session.entries.some(({ kind, name }) => kind === 'call' && name === method);
  const note = isMade ? phrase('expectPanelCalled') : phrase('expectNotCalled');
  return site.isOver ? sayMissing(site, note) : unseen(isMade ? note : phrase('expectNotYet'));
};

/** Checks the calls: whether each came in its place, with what it was given, and how it ended. */
export const checkCalls = (expected: readonly ExpectedCall[], site: Site): CheckedExpectation[] => {
  const idOf = (index: number): string => `calls.${index}`;
  const found = matchCalls(expected, site.calls, (index, call) =>
    isFine(detailsOf(expected[index] as ExpectedCall, idOf(index), call, site)),
  );
  return expected.flatMap((each, index): CheckedExpectation[] => {
    const match = found[index] ?? { call: undefined };
    const { call, before } = match;
    const evidence = call ? [call.key] : [];
    const place: CheckedExpectation = {
      id: idOf(index),
      part: 'calls',
      title: phrase('expectCalled', each.method),
      ...placeOf(each, match, site),
      evidence: before ? [...evidence, before.key] : evidence,
    };
    const details = detailsOf(each, idOf(index), call, site).map(
      (detail): CheckedExpectation => ({
        ...detail,
        part: 'calls',
        evidence,
        ...(!call && unseen(phrase('expectUncalled', each.method))),
      }),
    );
    return [place, ...details];
  });
};
