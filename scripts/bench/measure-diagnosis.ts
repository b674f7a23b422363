import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import type { Session } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import { makeLargeSession } from '../../test/support/make-session';
import { makeState } from '../../test/support/make-state';
import { provideEnglish } from '../provide-english';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

/** A session with very many entries whose state was read after them. */
const makeRead = (count: number): Session => {
  const session = makeLargeSession(count);
  const readAt = (session.entries.at(-1)?.time ?? 0) + 60_000;
  const state = makeState({ readAt });
  return reduce(session, { type: 'state', document: 'first', state, readAt });
};

/** What all rules take over a session, each time as after a change: nothing of it was judged before. In Node, which runs Chromium's engine. */
export const measureDiagnosis = (rounds: number): Line[] => {
  provideEnglish();
  const session = makeRead(10_000);
  const times: number[] = [];
  for (let round = 0; round < rounds * 4; round++) {
    const begin = performance.now();
    const made = diagnoseSession(session, readOutcomes(session), 'chromium');
    times.push(performance.now() - begin);
    if (!made) throw new Error('The session was not diagnosed');
  }
  return [
    {
      what: 'all rules over 10,000 entries',
      value: median(times),
      noise: noise(times),
      unit: 'ms',
      goal: 20,
    },
    { what: 'all rules over 10,000 entries, p95', value: quantile(times, 0.95), unit: 'ms' },
    { what: 'all rules over 10,000 entries, the first time', value: times[0] ?? 0, unit: 'ms' },
  ];
};
