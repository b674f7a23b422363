/** The Diagnosis view and its rules: one chunk, loaded after the first frame. */
export { followDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
export { tabStatusOf } from '../../lib/diagnosis/tab-status';
export { keepToken } from '../../lib/memory/keep-token';
export { DiagnosisView } from './DiagnosisView';
export { ScriptReader } from './ScriptReader';
