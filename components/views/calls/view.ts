import type { ViewDefinition } from '../../shell/view-definition';

/** Calls of the SDK, and the checkup. */
export const callsView: ViewDefinition = {
  id: 'calls',
  label: 'viewCalls',
  async load() {
    return (await import('./CallsView')).CallsView;
  },
};
