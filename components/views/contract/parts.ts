/** What reads, makes and checks contracts: a chunk that is loaded where there is one, or the view is shown. */
export { checkContract } from '../../../lib/expectations/check-contract';
export { ContractTools } from './ContractTools';
export { ContractView } from './ContractView';
