import { fieldsOf, textOf } from '../lib/model/encoded-value';
import type { Session } from '../lib/model/session';
import { entriesOf } from '../lib/outcome/call-context';
import type { Outcomes } from '../lib/outcome/outcomes';
import { inWords } from '../lib/text/in-words';
import type { PushResult } from './page-result';

/** What came of the newest push of a session, without secrets; `null` where there is none, or it has not ended. `clean` takes secrets out of a text. */
export const toPushResult = (
  { entries }: Pick<Session, 'entries'>,
  outcomes: Outcomes,
  clean: (text: string) => string,
): PushResult | null => {
  const push = entries.findLast(({ kind, name }) => kind === 'push' && name === 'push');
  const outcome = push && outcomes.of(push);
  if (push?.kind !== 'push' || push.status === 'pending' || !outcome) return null;
  const { payload } = push.detail;
  return {
    outcome: outcome.id,
    sentence: clean(inWords(outcome.sentence)),
    payload: typeof payload === 'string' ? clean(payload) : null,
    shown: entriesOf(outcomes.effectsOf(push), 'worker-step', 'showNotification')
      .filter(({ status }) => status === 'ok')
      .map(({ detail }) => {
        const { title, options } = fieldsOf(detail.data);
        const { body, tag } = fieldsOf(options);
        const said = (value: Parameters<typeof textOf>[0]): string => clean(textOf(value) ?? '');
        return { title: said(title), body: said(body), tag: said(tag) };
      }),
  };
};
