import { decodeBody } from '../akpush/request';
import { readConfig } from '../akpush/sdk-config';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { EntryWith } from '../model/session';
import { webOrigin } from '../model/web-origin';
import type { DiagnosisInput } from './diagnosis-input';

/** The resource that a request to Altcraft is about. */
export const resourceOf = ({ detail }: EntryWith<'request'>): string | undefined =>
  textOf(fieldsOf(decodeBody(detail.body).value).resource_token);

/**
 * Saves and updates for a resource that no instance of the page's AKPush has: another SDK has sent them. Page load goes by what is built in, whatever the page passes
 * to its instances: with one script, and to the server that they have, it is the same SDK that asks.
 */
export const strayRequests = ({ of, known }: DiagnosisInput): readonly EntryWith<'request'>[] => {
  const { config, others = [] } = known?.sdk ?? {};
  const server = webOrigin(config?.serverURL ?? '');
  const own = new Set(
    of('call', 'constructor').flatMap(({ detail }) =>
      detail.config === undefined ? [] : (readConfig(detail.config).resourceToken ?? []),
    ),
  );
  if (own.size === 0) return [];
  return of('request', 'save', 'update').filter((request) => {
    const resource = resourceOf(request);
    const isElsewhere = others.length > 0 || webOrigin(request.detail.url) !== server;
    return resource !== undefined && !own.has(resource) && isElsewhere;
  });
};
