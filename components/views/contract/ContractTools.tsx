import { message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { useWorkspace } from '../../shell/workspace';
import { ActionButton } from '../../ui/ActionButton';
import { saveFile } from '../../ui/save-file';
import { contractFileName } from './contract-file-name';
import { OpenContract } from './OpenContract';
import { useContract } from './use-contract';

/** Makes, opens, saves and removes the contract of the site that is shown. */
export function ContractTools() {
  const { session, contract: state } = useWorkspace();
  const { problem, before, make, open, remove, undo } = useContract(session, state);
  const contract = state?.contract;
  return (
    <>
      <div class="contract-head">
        <ActionButton
          name="make-contract"
          label={contract ? `${message('contractMake')}…` : message('contractMake')}
          {...(contract && { question: message('contractMakeQuestion', contract.name) })}
          run={make}
        />
        <OpenContract onFile={(file) => void open(file)} />
        {contract && (
          <>
            <button
              type="button"
              class="button"
              data-action="save-contract"
              onClick={() => saveFile(contractFileName(contract.name), contract.text)}
            >
              {message('contractSave')}
            </button>
            <ActionButton
              name="remove-contract"
              label={message('contractRemove')}
              question={message('contractRemoveQuestion', contract.name)}
              run={async () => remove()}
            />
          </>
        )}
        {before !== undefined && (
          <button type="button" class="button" data-action="undo-contract" onClick={undo}>
            {message('undo')}
          </button>
        )}
      </div>
      {problem && (
        <p class="error-text contract-note" role="alert" data-problem="contract">
          {inWords(problem)}
        </p>
      )}
    </>
  );
}
