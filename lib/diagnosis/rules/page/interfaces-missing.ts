import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forEngine } from '../../engine';
import { forBrowser } from '../../finding';
import type { Rule } from '../../rule';

/** The page lacks an interface that web push needs, for another reason than an insecure or a private window. */
export const interfacesMissing: Rule = {
  id: 'interfaces-missing',
  part: 'page',
  severity: 'error',
  title: 'ruleInterfacesMissing',
  passed: 'passedInterfacesMissing',
  needs: ['state'],
  applies: ['secure', 'not-private'],
  link: 'https://developer.mozilla.org/docs/Web/API/Push_API#browser_compatibility',
  find({ known, engine }) {
    const permission = known?.state.permission;
    if (!permission?.secureContext || permission.privateWindow) return null;
    const { missing } = permission;
    if (missing.length === 0) return null;
    return {
      about: missing.join(', '),
      sentence: phrase('outcomeInterfaces', missing.join(', ')),
      evidence: missing.map((name) => fact(name, phrase('notThere'))),
      advice: [
        forBrowser('adviceInterfaces'),
        ...forEngine(engine, { gecko: 'adviceInterfacesFirefox' }),
      ],
    };
  },
};
