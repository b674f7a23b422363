import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { fromOutcome, subscribing } from '../../ask-outcome';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';

/** AKPush is in a frame of another origin, or in a sandbox: browsers refuse there without asking anybody (Notifications API, "request permission"). */
export const permissionInFrame: Rule = {
  id: 'permission-in-frame',
  part: 'permission',
  severity: 'error',
  title: 'rulePermissionInFrame',
  passed: 'passedPermissionInFrame',
  needs: ['granted'],
  link: 'https://developer.mozilla.org/docs/Web/API/Notification/requestPermission_static',
  find(input) {
    const permission = input.known?.state.permission;
    const embedded = input.known?.embedded;
    if (permission?.notification !== 'denied' || !embedded?.isForeign) return null;
    const silent = fromOutcome(input, 'permission-denied', subscribing);
    const isSandboxed = embedded.origin === 'null';
    return {
      sentence: isSandboxed
        ? phrase('findPermissionInSandbox')
        : phrase('findPermissionInFrame', embedded.origin),
      evidence: [
        fact('origin', embedded.origin),
        fact('Notification.permission', 'denied'),
        ...('ok' in permission.query && permission.query.ok !== null
          ? [fact('permissions.query', permission.query.ok)]
          : []),
        ...(silent?.evidence ?? []),
      ],
      advice: [forSite(isSandboxed ? 'adviceOutOfSandbox' : 'adviceOutOfFrame')],
    };
  },
};
