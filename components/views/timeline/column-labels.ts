import type { MessageKey } from '../../../lib/i18n/message';
import type { Column } from '../../../lib/timeline/columns';

/** What each column is called. */
export const columnLabels: Record<Column, MessageKey> = {
  time: 'columnTime',
  kind: 'columnKind',
  sign: 'columnSign',
  name: 'columnName',
  summary: 'columnSummary',
  status: 'columnStatus',
  duration: 'columnDuration',
};
