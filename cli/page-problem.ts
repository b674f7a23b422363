import type { Session } from '../lib/model/session';
import { isAtLevel } from './exit-code';
import type { FailLevel, FoundFinding } from './page-result';

type Found = readonly Pick<FoundFinding, 'id' | 'level' | 'isKnown'>[];

/** Findings that say that this browser has reached no push service: nothing that a site has to answer for. */
const withoutService = [
  'subscribe-no-service',
  'subscribe-service-off',
  'subscribe-unreachable',
  'subscribe-no-answer',
];

/** Why a page whose time was over could not be checked; `null` where a finding says that this is what is wrong with it, and is not muted. */
export const lateProblem = (
  seconds: number,
  session: Session | undefined,
  findings: Found,
): string | null => {
  if (findings.some(({ id, level }) => id === 'load-never-came' && level !== 'off')) return null;
  const late = `Not at rest after ${seconds} s.`;
  const state = session?.state?.value;
  if (!session?.pages.length) return `${late} No document has come.`;
  if (!state || state.isLoaded) return late;
  const open = state.open ?? [];
  const waits = open.length > 0 ? `; it waits for ${open.join(', ')}` : '';
  return `${late} The page has not ended loading${waits}.`;
};

/** What is to be said of a page that has tried to subscribe where the browser has no push; `null`: it has not. Its failure has no other reason. */
export const noPushProblem = (session: Session | undefined): string | null =>
  session?.entries.some(
    ({ kind, name, status }) =>
      kind === 'subscription' && name === 'subscribe' && status === 'failed',
  )
    ? 'Chromium has no push in a profile that is made for a page: whether the page subscribes cannot be told. --in-profile checks it in the browser’s own.'
    : null;

/** What is to be said where the only thing that is wrong is that there is no push service; `null` where there is one, or more is wrong that counts. */
export const serviceProblem = (findings: Found, failOn: FailLevel): string | null => {
  const service = findings.find(({ id }) => withoutService.includes(id));
  const isMoreWrong = findings.some(
    (each) =>
      !withoutService.includes(each.id) && (isAtLevel(each, 'error') || isAtLevel(each, failOn)),
  );
  return service && !isMoreWrong
    ? `This browser has reached no push service (${service.id}): whether the page subscribes cannot be told.`
    : null;
};
