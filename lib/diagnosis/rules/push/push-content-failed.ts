import { phrase } from '../../../model/phrase';
import { pushRule } from '../../ask-push';
import type { DiagnosisInput } from '../../diagnosis-input';
import type { Diagnosis } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

const byOutcome = pushRule(
  'push-content-failed',
  'content-failed',
  'rulePushContentFailed',
  'passedPushContentFailed',
  'error',
  'push',
  sdkGuide,
);

/** Whether the panel gave the answer that proves it, in place of the server. */
const isOfPanel = ({ session }: DiagnosisInput, { evidence }: Diagnosis): boolean =>
  evidence.some(
    (each) =>
      each.type === 'entry' &&
      session.entries.some(
        ({ key, kind, detail }) =>
          key === each.key && kind === 'request' && detail.isReplaced === true,
      ),
  );

/** Pull mode: the server did not give the content, so nothing was shown, and Chrome shows a notification of its own. */
export const pushContentFailed: Rule = {
  ...byOutcome,
  needs: ['push-handled'],
  applies: ['pull-mode'],
  unless: ['config-placeholder', 'config-address'],
  find(input) {
    const found = byOutcome.find(input);
    return found && isOfPanel(input, found)
      ? { ...found, title: phrase('titleAnswerUnread') }
      : found;
  },
};
