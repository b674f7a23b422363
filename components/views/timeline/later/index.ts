/** What the timeline has besides its first frame: a chunk of its own that comes right after it. */
export { sortRows } from '../../../../lib/timeline/sort-rows';
export { waterfallOf } from '../../../../lib/timeline/waterfall';
export { withMarked } from '../comparison';
export { Details } from '../details/Details';
export { PageDetails } from '../details/PageDetails';
export { HiddenBar } from '../HiddenBar';
export { ColumnsHead } from './ColumnsHead';
export { CompareBar } from './CompareBar';
export { FilterTerms } from './FilterTerms';
export { News } from './News';
export { RowMenu } from './RowMenu';
export { Totals } from './Totals';
