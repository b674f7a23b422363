import type { FindingPart } from '../../lib/diagnosis/finding';
import type { MessageKey } from '../../lib/i18n/message';

/** The names of the parts that findings are grouped by. */
export const partLabels: Record<FindingPart, MessageKey> = {
  page: 'partPage',
  permission: 'nodePermission',
  worker: 'nodeWorker',
  subscription: 'nodeSubscription',
  token: 'nodeToken',
  server: 'nodeServer',
  push: 'partPush',
};
