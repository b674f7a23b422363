import type { ViewDefinition } from '../../shell/view-definition';

/** What the origin and the SDK hold. */
export const stateView: ViewDefinition = {
  id: 'state',
  label: 'viewState',
  async load() {
    return (await import('./StateView')).StateView;
  },
};
