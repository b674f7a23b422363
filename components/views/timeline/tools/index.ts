/** What the timeline has for those who look closer, a chunk of its own. */
export { CompareDialog } from './CompareDialog';
export { EntryFindBar } from './EntryFindBar';
export { MomentDetails } from './MomentDetails';
export { Overview } from './Overview';
