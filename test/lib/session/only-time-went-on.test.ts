import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { isSettled } from '../../../lib/diagnosis/diagnosis-input';
import { readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import type { Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { onlyTimeWentOn } from '../../../lib/session/only-time-went-on';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { provideEnglish } from '../../../scripts/provide-english';
import { builds, partsOf } from '../../support/builds';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';
import { ruleInputs } from '../../support/rule-inputs';
import { goldenFolder, readGolden } from '../../truth/golden';

provideEnglish();

/** Another reading that finds the same, so many milliseconds later. */
const readAgain = (session: Session, later: number): Session =>
  reduce(session, {
    type: 'state',
    document: session.state?.document ?? '',
    state: null,
    readAt: (session.state?.readAt ?? 0) + later,
  });

/** The session as it was when its state was read last at a time, with all entries that there are. */
const readAt = (session: Session, time: number): Session => {
  const last = session.readings.findLast((each) => !each.frame);
  return {
    ...session,
    state: session.state && { ...session.state, readAt: time },
    readings: session.readings.map((each) => (each === last ? { ...each, to: time } : each)),
  };
};

const judged = (session: Session) => {
  const outcomes = readOutcomes(session);
  const diagnosis = diagnoseSession(session, outcomes);
  return {
    outcomes: session.entries.map((entry) => outcomes.of(entry)),
    isSettled: isSettled(session),
    ...(diagnosis && { ...diagnosis, readAt: 0, due: 0 }),
  };
};

/** How many readings more are told to say nothing new; each must be right in that. */
const expectRight = (session: Session, from: string): number => {
  const { state, entries } = session;
  if (!state) return 0;
  const first = session.readings.findLast((each) => !each.frame)?.from ?? state.readAt;
  const ends = entries.slice(-12).flatMap(({ time, duration = 0 }) => [time, time + duration]);
  const times = [...ends.map((end) => end + state.value.took), state.readAt, state.readAt + 60_000];
  let still = 0;
  for (const time of new Set(times.filter((each) => each >= first))) {
    const before = readAt(session, time);
    for (const later of [1_000, 12_000]) {
      const next = readAgain(before, later);
      if (!onlyTimeWentOn(before, next)) continue;
      const { due = Number.POSITIVE_INFINITY } =
        diagnoseSession(before, readOutcomes(before)) ?? {};
      if (due <= time + later) continue;
      still += 1;
      expect(judged(next), `${from}, read at ${time}, again ${later} later`).toEqual(
        judged(before),
      );
    }
  }
  return still;
};

describe('what follows from a session whose time alone went on is what followed from it before', () => {
  test('in the scenes of all rules', () => {
    let still = 0;
    const newest = builds.filter(({ generation, mode }) => generation === 'G6' && mode === 'pull');
    for (const build of newest) {
      const parts = partsOf(build);
      for (const [id, make] of Object.entries(ruleInputs)) {
        const scene = { entries: parts.entries(), state: parts.state(), ...make(parts) };
        still += expectRight(makeDiagnosed(scene), `${id}, ${build.generation} ${build.engine}`);
      }
    }
    expect(still).toBeGreaterThan(100);
  });

  test('in recorded sessions', { timeout: 60_000 }, () => {
    let still = 0;
    for (const browser of ['chromium', 'firefox'] as const)
      for (const file of readdirSync(goldenFolder(browser))) {
        const golden = readGolden(browser, path.basename(file, '.json.gz'));
        if (golden)
          still += expectRight(toSession(readSessionText(golden.text)), `${browser} ${file}`);
      }
    expect(still).toBeGreaterThan(200);
  });
});

test('anything else that changes is something new', () => {
  const session = makeDiagnosed();
  const later = (session.state?.readAt ?? 0) + 1_000;
  const changes: SessionChange[] = [
    { type: 'state', document: 'first', state: makeState({ cache: null }), readAt: later },
    { type: 'entries', document: 'first', entries: [makeEntry('event', { id: 80 })], lost: 0 },
    { type: 'down', connection: 'unreachable' },
    { type: 'recording', on: false },
    { type: 'running', workers: ['https://shop.example/sw.js'] },
    { type: 'page', info: makePage({ document: 'next' }), preserve: true },
    { type: 'remark', key: '1:1', remark: { isBookmarked: true } },
    { type: 'frames-left-out', count: 2 },
  ];
  for (const change of changes)
    expect(onlyTimeWentOn(session, reduce(session, change)), change.type).toBe(false);
  expect(onlyTimeWentOn(session, readAgain(session, 1_000))).toBe(true);
});

test('a frame whose time went on changes nothing; one that was read to be another does', () => {
  const framed = (state: ReturnType<typeof makeState> | null, readAt: number): SessionChange => ({
    type: 'state',
    document: 'inner',
    frame: 7,
    state,
    readAt,
  });
  const at = (makeDiagnosed().state?.readAt ?? 0) + 60_000;
  const session = [
    {
      type: 'page',
      info: makePage({ document: 'inner', url: 'https://frame.example/' }),
      preserve: false,
      frame: 7,
      parent: 0,
    } as const,
    framed(makeState({ readAt: at }), at),
  ].reduce<Session>(reduce, makeDiagnosed());
  expect(onlyTimeWentOn(session, reduce(session, framed(null, at + 1_000)))).toBe(true);
  const other = framed(makeState({ cache: null, readAt: at + 1_000 }), at + 1_000);
  expect(onlyTimeWentOn(session, reduce(session, other))).toBe(false);
});
