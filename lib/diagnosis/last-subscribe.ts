import type { EntryWith } from '../model/session';
import type { DiagnosisInput } from './diagnosis-input';

/** The SDK's last `subscribe` of the page, whatever came of it: other vendors subscribe too. */
export const lastSubscribe = ({ known }: DiagnosisInput): EntryWith<'subscription'> | undefined =>
  known?.asked.findLast(({ name }) => name === 'subscribe');
