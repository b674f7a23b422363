/** What makes diagnoses of a live page: a chunk that is loaded after the first frame. */
export { followDiagnosis } from '../../../lib/diagnosis/follow-diagnosis';
export { tabStatusOf } from '../../../lib/diagnosis/tab-status';
export { ContractKeeper } from '../contract/ContractKeeper';
export { Followers } from './Followers';
