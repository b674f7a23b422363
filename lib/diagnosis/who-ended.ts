import type { EntryWith } from '../model/session';
import { allMethods } from './ask-outcome';
import type { DiagnosisInput } from './diagnosis-input';

/** The last `unregister` of a scope by a script of the page, where nothing was registered there since. */
export const lastUnregister = (
  { of }: DiagnosisInput,
  scope: string | undefined,
): EntryWith<'worker'> | undefined => {
  const last = of('worker', 'register', 'unregister').findLast(
    ({ status, detail }) => status === 'ok' && detail.scope === scope,
  );
  return last?.name === 'unregister' ? last : undefined;
};

/** The last `unsubscribe` of the SDK's subscription by a script of the page, not by a call of the SDK, where nobody has subscribed since. */
export const lastUnsubscribe = ({
  of,
  known,
}: DiagnosisInput): EntryWith<'subscription'> | undefined => {
  const calls = new Set(of('call', ...allMethods).map(({ id }) => id));
  const last = known?.asked.findLast(
    ({ name, status, detail }) =>
      name !== 'getSubscription' && status === 'ok' && detail.result !== false,
  );
  const isOfSdk = last?.call !== undefined && calls.has(last.call);
  if (last?.name !== 'unsubscribe' || isOfSdk) return undefined;
  // Whose an `unsubscribe` is nobody tells: whoever subscribes next, for another worker, has ended its own.
  const isOthers = of('subscription', 'subscribe').some(
    ({ order, status }) => order > last.order && status === 'ok',
  );
  return isOthers ? undefined : last;
};
