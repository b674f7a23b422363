import { readWorkerUrl } from '../akpush/worker-url';
import type { PageState, RegistrationState } from '../model/page-state';
import type { SdkFacts } from './sdk-facts';

/** The registration that the SDK takes for its own: of those that `getRegistrations` lists the first whose oldest worker has the SDK's script. */
export const ownRegistration = (
  { workers }: PageState,
  { hasPlainWorker }: Pick<SdkFacts, 'hasPlainWorker'>,
): RegistrationState | undefined => {
  if (!('ok' in workers)) return undefined;
  return workers.ok.registrations.find(({ active, waiting, installing }) => {
    const url = readWorkerUrl((active ?? waiting ?? installing)?.scriptURL ?? '');
    return url.isOwn || (hasPlainWorker && url.isPlain);
  });
};
