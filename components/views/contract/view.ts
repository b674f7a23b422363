import type { ViewDefinition } from '../../shell/view-definition';

/** What the site must do, and whether it does. */
export const contractView: ViewDefinition = {
  id: 'contract',
  label: 'viewContract',
  async load() {
    return (await import('./parts')).ContractView;
  },
};
