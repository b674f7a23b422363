import { expectationStatuses } from '../../../lib/expectations/expectation';
import { message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { useWorkspace } from '../../shell/workspace';
import { ExpectationList } from './ExpectationList';

const countLabels = {
  met: 'contractMet',
  failed: 'contractFailed',
  unseen: 'contractUnseen',
} as const;

/** What the site must do, and whether it does. */
export function ContractView() {
  const { session, contract: state, showEntry } = useWorkspace();
  const contract = state?.contract;
  const checked = state?.checked ?? [];
  const count = (status: (typeof expectationStatuses)[number]): number =>
    checked.filter((each) => each.status === status).length;
  return (
    <main
      class="contract"
      data-view="contract"
      data-contract={contract?.name}
      data-met={count('met')}
      data-failed={count('failed')}
      data-unseen={count('unseen')}
    >
      <h1 class="visually-hidden">{message('viewContract')}</h1>
      {/* What can be taken back is of one site alone. */}
      {state?.Tools && <state.Tools key={state.origin} />}
      {state?.problem && (
        <p class="error-text contract-note" role="alert" data-problem="contract">
          {inWords(state.problem)}
        </p>
      )}
      {contract ? (
        <p class="contract-note" role="status">
          <b dir="auto">{contract.name}</b>{' '}
          {expectationStatuses
            .filter((status) => count(status) > 0)
            .map((status) => message(countLabels[status], count(status)))
            .join(', ')}
        </p>
      ) : (
        <p class="none contract-note">{message('contractNone')}</p>
      )}
      <ExpectationList checked={checked} entries={session.entries} onSelect={showEntry} />
    </main>
  );
}
