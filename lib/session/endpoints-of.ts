import type { PageState } from '../model/page-state';

/** The endpoints that the browser itself tells of. */
export const endpointsOf = ({ workers }: PageState): readonly string[] =>
  'ok' in workers
    ? workers.ok.registrations.flatMap(({ subscription }) =>
        'ok' in subscription && subscription.ok ? [subscription.ok.endpoint] : [],
      )
    : [];
