import { message } from '../i18n/message';
import { codeSpan } from '../markdown/code-span';
import { plainText } from '../markdown/plain-text';
import type { Session } from '../model/session';
import type { About } from '../schema/about';
import { browserName, environmentText } from '../text/browser-name';
import { inWords } from '../text/in-words';
import { evidenceLine, severityLabels } from './finding-markdown';
import { happened, stepsOf, titleOf, toldPage } from './to-report';
import type { Told } from './told';

/** The most steps of a text that somebody reads in a tracker; the report has more, the file all. */
const maxSteps = 20;

/** What fits into an issue as it is, in Markdown: the verdict, the last steps, what proves it, versions. The report says all the rest. */
export const toIssue = (session: Session, told: Told, { extension, browser }: About): string => {
  const { outcomes, diagnosis } = told;
  const steps = stepsOf(session, outcomes, browser);
  const wrong = (diagnosis?.findings ?? []).filter(({ severity }) => severity !== 'hint');
  const { url, lines } = toldPage(session, told);
  const name = browserName(browser);
  return [
    `# ${titleOf(told, url)}`,
    '',
    ...happened(told),
    '',
    `## ${message('reportSteps')}`,
    '',
    ...steps.slice(-maxSteps).map((line, index) => `${index + 1}. ${line}`),
    ...(steps.length > maxSteps ? ['', message('reportStepsCut', steps.length - maxSteps)] : []),
    '',
    `## ${message('reportEvidence')}`,
    '',
    ...wrong.flatMap(({ severity, title, evidence }) => [
      `- ${message(severityLabels[severity])}: ${plainText(inWords(title))}`,
      ...evidence
        .map((each) => evidenceLine(each, session.entries))
        .filter(Boolean)
        .map((line) => `  - ${line}`),
    ]),
    ...(wrong.length === 0 ? [message('reportNothingWrong')] : []),
    '',
    `## ${message('reportEnvironment')}`,
    '',
    `- ${plainText(environmentText(extension, browser))}`,
    ...(name === browser ? [] : [`- ${codeSpan(browser)}`]),
    ...lines,
    ...(url ? [`- ${codeSpan(url)}`] : []),
    '',
    message('reportOpenText'),
    '',
  ].join('\n');
};
