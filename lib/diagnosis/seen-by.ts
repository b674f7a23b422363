import { agreementOf } from '../facts/agreement';
import type { FactState } from '../facts/fact-state';
import { isOfProject } from '../facts/of-project';
import type { PageFacts } from '../facts/page-facts';
import { answerOf } from '../outcome/chain';
import type { DiagnosisInput } from './diagnosis-input';

/** Whether the page was read, and its facts are so. */
export const known =
  (test: (known: PageFacts) => boolean) =>
  (input: DiagnosisInput): boolean =>
    input.known !== undefined && test(input.known);

/** Whether two parts of the subscription were held against each other, and came out so. */
export const agrees = (name: keyof ReturnType<typeof agreementOf>, state: FactState = 'ok') =>
  known((each) => agreementOf(each)[name].state === state);

/** Outcomes of calls of which something is still to come, or was never seen. */
const open: readonly string[] = ['running', 'waiting-for-load', 'page-left', 'unknown'];

/** Whether the last call of any of the methods ended, in one of the ways that are given. */
export const ended =
  (methods: readonly string[], ...ids: string[]) =>
  (input: DiagnosisInput): boolean => {
    const last = methods
      .flatMap((method) => input.lastCall(method) ?? [])
      .reduce<ReturnType<DiagnosisInput['lastCall']>>(
        (newest, each) => (newest && newest.call.order > each.call.order ? newest : each),
        undefined,
      );
    if (!last || open.includes(last.outcome.id)) return false;
    return ids.length === 0 || ids.includes(last.outcome.id);
  };

/** Whether the last request of any of the names, of the SDK's own project where it is one to Firebase, was answered so. */
export const answered =
  (verdicts: readonly string[], ...names: string[]) =>
  ({ of, known }: DiagnosisInput): boolean => {
    const request = of('request', ...names).findLast(isOfProject(known?.sdk));
    return request !== undefined && verdicts.includes(answerOf(request).verdict);
  };
