import { type FindingPart, findingParts } from '../../lib/diagnosis/finding';
import { rules } from '../../lib/diagnosis/rules';
import { message } from '../../lib/i18n/message';
import { provideEnglish } from '../../scripts/provide-english';
import { type Fault, faults } from './faults';

/** A fault page as the list shows it. */
export interface ListedFault {
  id: string;
  title: string;
  /** What has to be so, or to be done, before its finding is there. */
  needs: string;
}

const partTitles: Readonly<Record<FindingPart, string>> = {
  page: 'The page and the AKPush script',
  permission: 'Notification permission',
  worker: 'Service worker',
  subscription: 'Push subscription',
  token: 'Token',
  server: 'Altcraft’s server and Firebase',
  push: 'Pushes',
};

const panelSteps: Readonly<Record<NonNullable<Fault['panel']>, string>> = {
  'inspect-script': 'fetch the script in the State view',
  'send-push': 'send a push in the Push view',
  'send-push-and-click': 'send a push in the Push view and click its notification',
};

const needsOf = ({ only, permission, panel, broken }: Fault): string =>
  [
    only === undefined ? '' : `${only === 'firefox' ? 'Firefox' : 'Chromium'} only`,
    permission === 'denied' ? 'block notifications for this site first' : '',
    permission === 'prompt' ? 'reset the notification permission first' : '',
    panel === undefined ? '' : panelSteps[panel],
    broken === undefined ? '' : `a broken one: ${broken}`,
  ]
    .filter((need) => need !== '')
    .join('; ');

/** All fault pages by what they break, in the order of the diagnosis. */
export const listFaults = (): { title: string; faults: ListedFault[] }[] => {
  provideEnglish();
  return findingParts.map((part) => ({
    title: partTitles[part],
    faults: rules.flatMap(({ id, title, part: own }) => {
      const fault = faults[id];
      return own === part && fault ? [{ id, title: message(title), needs: needsOf(fault) }] : [];
    }),
  }));
};
