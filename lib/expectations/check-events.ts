import { phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import { checkObject, type ObjectCheck } from './check-object';
import { type CheckedExpectation, met, unseen } from './expectation';
import type { ExpectedEvent } from './expectations-schema';
import { answerMissing, dueTo } from './find-due';
import { isFine } from './match-calls';
import type { Site } from './site';
import { siteEntries } from './site-entries';
import { takeFirst } from './take-first';

const detailsOf = (
  { name, payload }: ExpectedEvent,
  id: string,
  event: EntryWith<'event'> | undefined,
): ObjectCheck[] =>
  payload ? checkObject(name, `${id}.payload`, payload, event?.detail.payload[0]) : [];

/** Checks the events: whether each was emitted, and with what. */
export const checkEvents = (
  expected: readonly ExpectedEvent[],
  site: Site,
): CheckedExpectation[] => {
  const emitted = siteEntries(site.session, 'event');
  const found = takeFirst(
    expected,
    ({ name, call }) =>
      dueTo(
        emitted.filter((each) => each.name === name),
        call,
        site,
      ),
    (each, event) => isFine(detailsOf(each, '', event)),
  );
  return expected.flatMap((each, index): CheckedExpectation[] => {
    const id = `events.${index}`;
    const event = found[index];
    const answer = event ? met : answerMissing(each.call, site);
    const evidence = event ? [event.key] : [];
    const title = phrase('expectEmitted', each.name);
    return [
      { id, part: 'events', title, ...answer, evidence },
      ...detailsOf(each, id, event).map(
        (detail): CheckedExpectation => ({
          ...detail,
          part: 'events',
          evidence,
          ...(!event && unseen(phrase('expectUnemitted', each.name))),
        }),
      ),
    ];
  });
};
