import { stepTexts } from '../lib/formats/checkup-report';
import { message } from '../lib/i18n/message';
import { type Checkup, verdictOf } from '../lib/model/checkup';
import { inWords } from '../lib/text/in-words';
import type { CheckupResult } from './page-result';

/** A checkup that has ended, without secrets. `clean` takes them out of a text. */
export const toCheckupResult = (
  checkup: Checkup,
  clean: (text: string) => string,
): CheckupResult | null => {
  const verdict = verdictOf(checkup);
  if (verdict === undefined) return null;
  return {
    verdict,
    steps: checkup.steps.map(({ id, status, text, took }) => ({
      id,
      title: message(stepTexts[id].name),
      // One that has not been come to by then was left out.
      status: status === 'waiting' || status === 'running' ? 'skipped' : status,
      text: clean(inWords(text)),
      took: Math.round(took ?? 0),
    })),
  };
};
