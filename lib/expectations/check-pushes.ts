import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import { phrase } from '../model/phrase';
import { isPseudonym } from '../model/pseudonym';
import type { EntryWith, SessionEntry } from '../model/session';
import type { PushOutcomeId } from '../outcome/outcome';
import { type Answer, type CheckedExpectation, failed, met, unseen } from './expectation';
import type { ExpectedPush } from './expectations-schema';
import { fitsGlob } from './fits-glob';
import { sayMissing } from './say-missing';
import type { Site } from './site';
import { takeFirst } from './take-first';

type PushEntry = EntryWith<'push'>;

/** A text of the notification that a push's steps say was shown. */
const shownText = (steps: readonly SessionEntry[], name: 'title' | 'body'): string | undefined => {
  const step = steps.find(
    (each): each is EntryWith<'worker-step'> =>
      each.kind === 'worker-step' && each.name === 'showNotification',
  );
  const data = fieldsOf(step?.detail.data);
  const from: Encoded | undefined = name === 'title' ? data.title : fieldsOf(data.options).body;
  return textOf(from);
};

/** Outcomes that are concluded from what did not happen, as far as was seen. */
const ofAbsence: readonly string[] = [
  'nothing-shown',
  'posted-to-page',
  'posted-nowhere',
  'unwatched',
  'handled',
  'not-delivered',
] satisfies PushOutcomeId[];

const answerOf = (push: PushEntry, expected: ExpectedPush, site: Site): Answer => {
  const { outcomes, isOver } = site;
  const id = outcomes.of(push)?.id;
  if (id === 'running') {
    const note = phrase('expectPending');
    return isOver ? sayMissing(site, note) : unseen(note);
  }
  if (id !== expected.outcome) {
    const note = phrase('expectOutcomeIs', id ?? '');
    return id === undefined || ofAbsence.includes(id) ? sayMissing(site, note) : failed(note);
  }
  const steps = outcomes.effectsOf(push);
  for (const name of ['title', 'body'] as const) {
    const wanted = expected[name];
    const said = shownText(steps, name);
    if (wanted === undefined || (said !== undefined && isPseudonym(said))) continue;
    if (said === undefined || !fitsGlob(wanted, said))
      return failed(phrase('expectIs', `${name}: ${said ?? 'undefined'}`));
  }
  return met;
};

/** Checks the pushes that were seen, of whoever sent them. Where none was, nothing is said against the site. */
export const checkPushes = (
  expected: readonly ExpectedPush[],
  site: Site,
): CheckedExpectation[] => {
  const pushes = site.session.entries.filter(
    (entry): entry is PushEntry =>
      entry.kind === 'push' && (entry.name === 'push' || entry.name === 'foreground'),
  );
  const found = takeFirst(
    expected,
    () => pushes,
    (each, push) => answerOf(push, each, site).status !== 'failed',
  );
  return expected.map((each, index) => {
    const push = found[index];
    const texts = [each.title, each.body].filter((text) => text !== undefined).join(' · ');
    const none = phrase(site.unseen.includes('push-shown') ? 'expectNoPushHere' : 'expectNoPush');
    return {
      id: `pushes.${index}`,
      part: 'pushes',
      title: phrase('expectPush', texts ? `${each.outcome} · ${texts}` : each.outcome),
      ...(push ? answerOf(push, each, site) : unseen(none)),
      evidence: push ? [push.key] : [],
    };
  });
};
