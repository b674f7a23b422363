import { message } from '../../i18n/message';
import { byEntries } from '../../outcome/outcome';
import { entriesOf } from '../../outcome/trail';
import { forSite } from '../finding';
import type { Rule } from '../rule';

/** A click on the notification opens nothing: no click link, or no handler. */
export const clickOpensNothing: Rule = {
  id: 'click-opens-nothing',
  part: 'push',
  node: 'notification',
  severity: 'warning',
  title: 'ruleClickOpensNothing',
  passed: 'passedClickOpensNothing',
  needs: ['click'],
  link: 'https://developer.mozilla.org/docs/Web/API/Clients/openWindow',
  find(scene) {
    const click = scene.pushes().find(({ push }) => push.name === 'notificationclick');
    if (!click || click.push.status === 'pending' || click.push.status === 'failed') return null;
    if (entriesOf(click.steps, 'push', 'openWindow', 'focus', 'navigate').length > 0) return null;
    return {
      sentence: message('pushClickNothing'),
      evidence: byEntries(click.push),
      advice: [forSite('adviceClickNothing')],
    };
  },
};
