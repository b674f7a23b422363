import type { Driver } from './driver';
import type { Permission } from './page-result';

const states = { default: 'prompt', granted: 'granted', denied: 'denied' } as const;

/** Whether browsers have a permission for notifications there: on sites that are not secure they have no notifications. */
export const hasPermissions = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || /^(?:.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
};

/** Says what the visitor of a site has answered about notifications. */
export const setPermission = (
  { send, userContext }: Pick<Driver, 'send' | 'userContext'>,
  origin: string,
  permission: Permission,
): Promise<void> =>
  send('permissions.setPermission', {
    descriptor: { name: 'notifications' },
    state: states[permission],
    origin,
    ...(userContext !== undefined && { userContext }),
  });
