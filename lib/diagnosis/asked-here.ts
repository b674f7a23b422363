import type { DiagnosisInput } from './diagnosis-input';

/** Whether the permission was asked for on this page: by itself, or by a subscription. */
export const askedHere = ({ of }: DiagnosisInput): boolean =>
  of('permission').length > 0 ||
  of('call', 'initSubscription', 'subscribe').some(({ detail }) => detail.permission === 'default');
