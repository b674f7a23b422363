import { errorText } from '../../../model/error-text';
import { phrase } from '../../../model/phrase';
import { saidBy } from '../../../outcome/chain';
import { readError } from '../../../outcome/read-error';
import { allMethods, outcomeRule } from '../../ask-outcome';
import { sdkGuide } from '../../guides';

/** The SDK threw or rejected by itself. */
export const sdkFailed = outcomeRule({
  id: 'sdk-failed',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkFailed',
  passed: 'passedSdkFailed',
  needs: ['call'],
  link: sdkGuide,
  unless: ['firebase-scripts'],
  outcome: 'sdk-failed',
  methods: allMethods,
  told: ({ name, detail }) => {
    const error = readError(detail.error);
    return {
      title: phrase('titleSdkFailed', name),
      sentence: phrase('findSdkFailed', name),
      evidence: error ? saidBy('sdk', errorText(error)) : [],
    };
  },
});
