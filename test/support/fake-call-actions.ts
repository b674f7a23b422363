import type { CallActions } from '../../lib/calls/call-actions';

/** Actions of a panel that looks at no page. */
export const fakeCallActions: CallActions = {
  hasGesture: true,
  survey: async () => ({
    hasSdk: true,
    instances: ['akpush'],
    events: [{ event: 'subscribe', count: 1, isOurs: false }],
  }),
  run: async () => ({ key: null, took: 1 }),
  dropClick: () => {},
  listen: async () => {},
  emit: async () => null,
};
