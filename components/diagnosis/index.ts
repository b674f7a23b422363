/** The Diagnosis view and its rules: one chunk, loaded after the first frame. */
export { followDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
export { tabStatusOf } from '../../lib/diagnosis/tab-status';
export { DiagnosisView } from './DiagnosisView';
export { Followers } from './Followers';
