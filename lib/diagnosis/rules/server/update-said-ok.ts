import { phrase } from '../../../model/phrase';
import { answerOf, saidBy } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { lastAnswered } from '../../ask-server';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** `updateSubscription` resolves `{status: 'ok'}` whatever the server answered. */
export const updateSaidOk: Rule = {
  id: 'update-said-ok',
  part: 'server',
  severity: 'warning',
  title: 'ruleUpdateSaidOk',
  passed: 'passedUpdateSaidOk',
  needs: ['updated-call'],
  link: sdkGuide,
  find(input) {
    const request = lastAnswered(input, 'refused', 'save', 'update');
    if (request?.name !== 'update') return null;
    const call = input
      .of('call', 'updateSubscription')
      .find(({ id }) => id === request.call || request.candidates?.includes(id));
    const { code, short, said } = answerOf(request);
    return {
      ...(!call && { title: phrase('titleUpdateRefused') }),
      about: short,
      sentence: phrase(call ? 'findUpdateSaidOk' : 'findUpdateRefused', code),
      evidence: [...byEntries(request, call), ...saidBy('refused', said)],
      advice: [forSite('nextRefused')],
    };
  },
};
