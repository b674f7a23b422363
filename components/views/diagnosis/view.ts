import type { ViewDefinition } from '../../shell/view-definition';

/** What is wrong, how that is known, and what to do. */
export const diagnosisView: ViewDefinition = {
  id: 'diagnosis',
  label: 'viewDiagnosis',
  async load() {
    return (await import('./DiagnosisView')).DiagnosisView;
  },
};
