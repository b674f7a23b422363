import type { Scene } from './scene';

/** Whether the permission was asked for on this page: by itself, or by a subscription. */
export const askedHere = ({ of }: Scene): boolean =>
  of('permission').length > 0 ||
  of('call', 'initSubscription', 'subscribe').some(({ detail }) => detail.permission === 'default');
