import type { Details, EntryKind } from './entry';

/** Details that say as little as possible, with every field that an entry promises: what a page made the hook say may lack anything. */
export const plainDetails: { [K in EntryKind]: Details[K] } = {
  sdk: { how: 'assigned', script: null, scripts: [], members: [] },
  call: { args: [], readyState: '', gesture: false },
  event: { payload: [], listeners: null },
  request: { method: 'GET', url: '', headers: [], body: null },
  permission: { before: '', gesture: false },
  subscription: { scope: null },
  worker: { script: null, scope: null },
  error: { source: 'error', error: { name: 'Error', message: '' }, script: null },
  push: {},
  action: { target: null },
};
