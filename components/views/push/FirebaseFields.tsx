import type { ComponentChildren } from 'preact';
import { message } from '../../../lib/i18n/message';
import { readAccessToken } from '../../../lib/push/access-token';
import { firebaseProject } from '../../../lib/push/firebase-project';
import type { PushDraft } from '../../../lib/push/push-draft';
import type { PushProblem } from '../../../lib/push/push-problem';
import type { PushStore } from '../../../lib/push/saved-pushes';
import { readServiceAccount } from '../../../lib/push/service-account';
import { AccountFile } from './AccountFile';
import { DeliveryFields } from './DeliveryFields';
import { ProblemText } from './ProblemText';

type Secrets = Pick<PushStore, 'account' | 'accessToken' | 'isAccountKept'>;

interface FirebaseFieldsProps {
  draft: PushDraft;
  secrets: Secrets;
  /** The Firebase project of the page's SDK. */
  ofPage: string | undefined;
  /** What was wrong when it was to be sent. */
  problem: PushProblem | undefined;
  /** Whether Google may be reached. */
  access: ComponentChildren;
  onChange(change: Partial<PushDraft>): void;
  onSecrets(change: Partial<Secrets>): void;
}

/** What is wrong with what was pasted, as soon as it is there. */
const pastedProblem = ({ account, accessToken }: Secrets): PushProblem | undefined => {
  if (accessToken.trim() !== '') {
    const read = readAccessToken(accessToken);
    return 'problem' in read ? { field: 'access-token', text: read.problem } : undefined;
  }
  const read = account.trim() === '' ? undefined : readServiceAccount(account);
  return read && 'problem' in read ? { field: 'account', text: read.problem } : undefined;
};

/** Who sends through Firebase, and what goes along. */
export function FirebaseFields(props: FirebaseFieldsProps) {
  const { draft, secrets, ofPage, onChange, onSecrets } = props;
  const { account, accessToken, isAccountKept } = secrets;
  const problem = props.problem ?? pastedProblem(secrets);
  const read = readServiceAccount(account);
  const known = firebaseProject({ typed: '', account, accessToken, ofPage });
  const used = draft.project.trim() || known;
  return (
    <fieldset class="object-field" data-part="firebase">
      <legend>{message('wayFirebase')}</legend>
      {props.access}
      <p class="fact-note">{message('firebaseHelp')}</p>
      <label class="push-field">
        <span>{message('accountLabel')}</span>
        <textarea
          // Nobody has to see a key over somebody's shoulder.
          class={`field${account.includes('PRIVATE KEY') ? ' concealed' : ''}`}
          name="push-account"
          rows={3}
          spellcheck={false}
          autocomplete="off"
          value={account}
          onInput={(event) => onSecrets({ account: event.currentTarget.value })}
        />
      </label>
      <AccountFile onAccount={(text) => onSecrets({ account: text })} />
      {'email' in read && (
        <p class="fact-note" data-account={read.projectId ?? ''}>
          {message('accountRead', read.email, read.projectId ?? '–')}
        </p>
      )}
      <ProblemText of="account" problem={problem} />
      <label class="radio">
        <input
          type="checkbox"
          name="push-keep-account"
          checked={isAccountKept}
          onChange={(event) => onSecrets({ isAccountKept: event.currentTarget.checked })}
        />
        <span>{message('accountKeep')}</span>
      </label>
      <label class="push-field">
        <span>{message('accessTokenLabel')}</span>
        <input
          class="field"
          name="push-access-token"
          type="password"
          autocomplete="off"
          value={accessToken}
          onInput={(event) => onSecrets({ accessToken: event.currentTarget.value })}
        />
      </label>
      <ProblemText of="access-token" problem={problem} />
      {account.trim() !== '' && accessToken.trim() !== '' && (
        <p class="fact-note">{message('accessTokenWins')}</p>
      )}
      <label class="push-field">
        <span>{message('firebaseProject')}</span>
        <input
          class="field"
          name="push-project"
          spellcheck={false}
          autocomplete="off"
          placeholder={known ?? ''}
          value={draft.project}
          onInput={(event) => onChange({ project: event.currentTarget.value })}
        />
      </label>
      <ProblemText of="project" problem={problem} />
      {used && ofPage && used !== ofPage && (
        <p class="error-text" data-project-differs={used}>
          {message('projectDiffers', ofPage, used)}
        </p>
      )}
      <label class="radio">
        <input
          type="checkbox"
          name="push-data-only"
          checked={draft.isDataOnly}
          onChange={(event) => onChange({ isDataOnly: event.currentTarget.checked })}
        />
        <span>{message('firebaseDataOnly')}</span>
      </label>
      <p class="fact-note">{message('firebaseLinkHelp')}</p>
      <DeliveryFields draft={draft} problem={problem} onChange={onChange} />
    </fieldset>
  );
}
