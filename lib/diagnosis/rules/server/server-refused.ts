import { phrase } from '../../../model/phrase';
import { isBareAnswer } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { brokenAnswer, lastBroken } from '../../ask-server';
import type { DiagnosisInput } from '../../diagnosis-input';
import { type Diagnosis, forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The last that was told of the subscription was answered with nothing. The SDK takes that for success, and what Altcraft's server answers is not documented: no more than a hint. */
const bareAnswer = ({ of }: DiagnosisInput): Diagnosis | null => {
  const told = of('request', 'save', 'update').findLast(({ status }) => status !== 'pending');
  if (!told || !isBareAnswer(told)) return null;
  return {
    title: phrase('titleAnswerEmpty', told.name),
    sentence: phrase('findAnswerEmpty', told.name, `${told.detail.httpStatus}`),
    evidence: byEntries(told),
    advice: [forSite('adviceAnswerEmpty')],
    severity: 'hint',
    isGuess: true,
  };
};

/** Altcraft refused a save, a suspend or a delete; the page was not told. What was refused and then accepted is mended. */
export const serverRefused: Rule = {
  id: 'server-refused',
  part: 'server',
  severity: 'error',
  title: 'ruleServerRefused',
  passed: 'passedServerRefused',
  needs: ['accepted'],
  link: sdkGuide,
  unless: ['config-placeholder', 'config-address'],
  find(input) {
    const request = lastBroken(input, 'refused');
    // An update that was refused is told by the rule for what `updateSubscription` says then.
    if (request) return request.name === 'update' ? null : brokenAnswer(input, request, 'refused');
    return bareAnswer(input);
  },
};
