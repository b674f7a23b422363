import type { ViewDefinition } from '../../shell/view-definition';

/** Pushes that are sent and seen. */
export const pushView: ViewDefinition = {
  id: 'push',
  label: 'viewPush',
  async load() {
    return (await import('./PushView')).PushView;
  },
};
