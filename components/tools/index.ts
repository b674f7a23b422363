/** What the timeline has for those who look closer, a chunk of its own. */
export { CompareDialog } from './CompareDialog';
export { FindBar } from './FindBar';
export { MomentDetails } from './MomentDetails';
export { Overview } from './Overview';
