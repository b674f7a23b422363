import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { lastTold, rememberedToken } from '../../told-server';

const says = (isSuspended: boolean) => ({
  title: phrase(isSuspended ? 'titleSuspended' : 'titleDeleted'),
  sentence: phrase(isSuspended ? 'findSuspended' : 'findDeleted'),
  advice: [forSite(isSuspended ? 'adviceSuspended' : 'adviceDeleted')],
});

/** The last that the server was told, and accepted, is `suspend` or `delete`: everything in the browser may still look subscribed. */
export const suspended: Rule = {
  id: 'suspended',
  part: 'server',
  severity: 'error',
  title: 'ruleSuspended',
  passed: 'passedSuspended',
  needs: ['told'],
  link: sdkGuide,
  find(input) {
    const told = lastTold(input);
    const memory = rememberedToken(input);
    if (memory?.isSame && (memory.fate === 'suspended' || memory.fate === 'deleted'))
      return {
        ...says(memory.fate === 'suspended'),
        evidence: [
          fact(
            phrase('evidenceRemembered'),
            phrase(
              'evidenceRememberedEnded',
              { moment: memory.at },
              memory.fate === 'suspended' ? 'suspend' : 'delete',
            ),
          ),
        ],
        isGuess: true,
      };
    if (told?.name !== 'suspend' && told?.name !== 'delete') return null;
    const isSuspended = told.name === 'suspend';
    return {
      ...says(isSuspended),
      evidence: byEntries(
        told,
        input.last('call', isSuspended ? 'suspendSubscription' : 'unsubscribe'),
      ),
    };
  },
};
