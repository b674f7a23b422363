import type { NodeId } from '../../../lib/diagnosis/finding';

/** Where a link of the chain is told in full: a view, and the section of State that is about it. */
export const nodePlaces: Readonly<Record<NodeId, { view: 'state' | 'push'; section?: string }>> = {
  page: { view: 'state' },
  sdk: { view: 'state', section: 'sdk' },
  permission: { view: 'state', section: 'permission' },
  worker: { view: 'state', section: 'workers' },
  'push-service': { view: 'state', section: 'subscription' },
  subscription: { view: 'state', section: 'subscription' },
  token: { view: 'state', section: 'cache' },
  server: { view: 'state', section: 'sdk' },
  push: { view: 'push' },
  notification: { view: 'push' },
};
