import { type JobAnswer, type PageJob, runPageJob } from '../../lib/injected/page-job';
import { isJsonObject } from '../../lib/model/json';
import { phrase } from '../../lib/model/phrase';
import { CouldNotCheck } from '../could-not-check';
import type { ReachedPage } from '../reach-page';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '');

/** The global variable that a survey names first; `undefined`: none, or something that is no name. */
const instanceOf = (answer: unknown): string | undefined => {
  const survey = isJsonObject(answer) ? answer.ok : undefined;
  const instances = isJsonObject(survey) ? survey.instances : undefined;
  const first = Array.isArray(instances) ? instances[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

const ask = async ({ byGesture }: Pick<ReachedPage, 'byGesture'>, job: PageJob): Promise<unknown> =>
  await byGesture<unknown>(`(${runPageJob})(${JSON.stringify(job)})`);

/**
 * Does something in the page's own world, as a user who has just clicked. The answer comes from there, where a page can put anything in its place: of a
 * failure texts alone are taken, of what else there is nothing.
 */
export const runJob = async (
  reached: Pick<ReachedPage, 'byGesture'>,
  job: PageJob,
): Promise<Exclude<JobAnswer, { ok: unknown }> | { ok: null }> => {
  const answer = await ask(reached, job);
  if (!isJsonObject(answer)) throw new CouldNotCheck(phrase('checkNoAnswer'));
  if (!Object.hasOwn(answer, 'failed')) return { ok: null };
  const { name, message } = isJsonObject(answer.failed) ? answer.failed : {};
  return { failed: { name: textOf(name) || 'Error', message: textOf(message) } };
};

/** The global variable that has the page's instance of the SDK; empty: it has none. */
export const pageInstance = async (reached: Pick<ReachedPage, 'byGesture'>): Promise<string> =>
  instanceOf(await ask(reached, { type: 'survey' })) ?? '';
