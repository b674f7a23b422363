import type { ViewDefinition } from '../../shell/view-definition';

/** Sessions that are kept, and files. */
export const sessionsView: ViewDefinition = {
  id: 'sessions',
  label: 'viewSessions',
  async load() {
    return (await import('./SessionsView')).SessionsView;
  },
};
