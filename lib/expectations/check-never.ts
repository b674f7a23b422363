import { phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { type CheckedExpectation, failed, met, unseen } from './expectation';
import type { Expectations } from './expectations-schema';
import { fitsName } from './fits-glob';
import { areSentWhole, sentFields } from './sent-fields';
import type { Site } from './site';
import { siteEntries } from './site-entries';

const groups = [
  ['calls', 'expectNeverCalled'],
  ['requests', 'expectNeverSent'],
  ['events', 'expectNeverEmitted'],
] as const;

/** How many entries are named. */
const most = 5;

/** Checks what must not happen. That it has not so far is taken for met: it can still fail. */
export const checkNever = (
  never: NonNullable<Expectations['never']>,
  { session, calls, hasGaps }: Site,
): CheckedExpectation[] => {
  const all: Record<(typeof groups)[number][0], readonly SessionEntry[]> = {
    calls,
    requests: siteEntries(session, 'request').filter(({ parent }) => parent === undefined),
    events: siteEntries(session, 'event'),
  };
  const absent = hasGaps ? unseen(phrase('expectGaps')) : met;
  // Of what was cut, what is not there may have been.
  const unsent = calls.every(areSentWhole) ? absent : unseen(phrase('expectCut'));
  const ofFields = (never.fields ?? []).map((pattern, index): CheckedExpectation => {
    const found = calls.flatMap((call) =>
      sentFields(call)
        .filter(({ name }) => fitsName(pattern, name))
        .map(({ object, name }) => ({ text: `${object}.${name}`, key: call.key })),
    );
    const names = [...new Set(found.map(({ text }) => text))].join(', ').slice(0, 200);
    return {
      id: `never.fields.${index}`,
      part: 'never',
      title: phrase('expectNoField', pattern),
      ...(found.length > 0 ? failed(phrase('expectSentAll', names)) : unsent),
      evidence: [...new Set(found.map(({ key }) => key))].slice(0, most),
    };
  });
  const ofNames = groups.flatMap(([group, title]) =>
    (never[group] ?? []).map((pattern, index): CheckedExpectation => {
      const found = all[group].filter(({ name }) => fitsName(pattern, name)).slice(0, most);
      const names = [...new Set(found.map(({ name }) => name))].join(', ');
      return {
        id: `never.${group}.${index}`,
        part: 'never',
        title: phrase(title, pattern),
        ...(found.length > 0 ? failed(phrase('expectSeen', names)) : absent),
        evidence: found.map(({ key }) => key),
      };
    }),
  );
  return [...ofNames, ...ofFields];
};
