import { fromBase64url } from '../../lib/model/base64url';
import type { MadeStep } from '../../lib/model/entry';
import type { Delivery } from '../../lib/protocol/delivery';
import { postOnce } from './post-once';

/** Posts an encrypted push to its subscription's endpoint. */
export const postPush = async ({
  endpoint,
  body,
  headers,
}: Extract<Delivery, { delivery: 'real' }>): Promise<MadeStep> => {
  const bytes = body === null ? undefined : fromBase64url(body);
  const told = { headers: Object.entries(headers), body: null, bytes: bytes?.length ?? 0 };
  return (await postOnce({ name: 'push-service', url: endpoint, headers, body: bytes, told })).step;
};
