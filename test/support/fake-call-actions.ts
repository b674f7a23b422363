import type { CallActions } from '../../lib/calls/call-actions';
import type { CheckupDeps } from '../../lib/checkup/run-checkup';
import { emptySession } from '../../lib/model/session';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { PushActions } from '../../lib/push/push-request';

/** Actions of a panel that looks at no page. */
export const fakeCallActions: CallActions = {
  hasGesture: true,
  survey: async () => ({
    hasSdk: true,
    instances: ['akpush'],
    events: [{ event: 'subscribe', count: 1, isOurs: false }],
  }),
  run: async () => ({ key: null, took: 1 }),
  askPermission: async () => true,
  dropClick: () => {},
  listen: async () => {},
  emit: async () => null,
};

/** A checkup that finds nothing. */
export const fakeCheckup: CheckupDeps = {
  session: () => emptySession,
  changed: () => new Promise(() => {}),
  calls: fakeCallActions,
  panel: {
    fetchScript: async () => Promise.reject(new Error('No server here.')),
    actOnWorker: async () => 'ok',
    changeStorage: async () => ({ writes: [], lost: [] }),
  },
  sendPush: async () => ({ why: 'No worker here.' }),
};

/** Pushes that go nowhere. */
export const fakePushes: PushActions = {
  canEnter: true,
  send: async () => 'push:1',
  hostAccess: async () => 'granted',
  askHost: async () => true,
  checkUrl: async () => Promise.reject(new Error('No server here.')),
  click: async () => 'push:1',
  changeSubscription: async () => 'push:1',
};

/** Nobody watches. */
export const fakeLive: LiveWatch = {
  status: { state: 'off', by: 'debugger', workers: [] },
  leftOut: 0,
  start: () => {},
  stop: () => {},
};
