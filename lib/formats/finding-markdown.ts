import { type Answer, answers, type Check } from '../diagnosis/check';
import type { InputDiagnosis } from '../diagnosis/diagnose-session';
import type { Finding, FindingSeverity } from '../diagnosis/finding';
import type { Verdict } from '../diagnosis/verdict';
import { message } from '../i18n/message';
import { plural } from '../i18n/plural';
import { codeSpan } from '../markdown/code-span';
import { plainText } from '../markdown/plain-text';
import { withTexts } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { entryNumber } from '../text/entry-number';
import { inWords } from '../text/in-words';
import { kindLabel } from '../text/kind-label';
import { signOf } from '../text/sign';
import { statusLabel } from '../text/status-label';

/** An address without what may name a person: its query and fragment. */
const plainUrl = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search ? '?…' : ''}`;
};

/** The word for each severity. */
export const severityLabels = {
  error: 'findingError',
  warning: 'findingWarning',
  hint: 'findingHint',
} as const satisfies Record<FindingSeverity, string>;

/** Takes the secrets out of a text. */
export type Clean = (text: string) => string;
/** For what has no secrets any more. */
const asItIs: Clean = (text) => text;

/** What proves a finding, in one line; empty: its entry is not there. */
export const evidenceLine = (
  each: Finding['evidence'][number],
  entries: readonly SessionEntry[],
  clean: Clean = asItIs,
): string => {
  if (each.type === 'fact')
    return `${plainText(inWords(withTexts(each.label, clean)))}${each.text ? `: ${codeSpan(inWords(withTexts(each.text, clean)))}` : ''}`;
  const entry = entries.find(({ key }) => key === each.key);
  return entry
    ? `${codeSpan(entryNumber(entry))} ${kindLabel(entry.kind)} ${codeSpan(clean(entry.name))}, ${plainText(clean(statusLabel(entry)))}, ${new Date(entry.time).toISOString()}`
    : '';
};

/** One finding, to be pasted into an issue. `clean` takes out what a server, a page or an address said of secrets. */
export const findingMarkdown = (
  finding: Finding,
  entries: readonly SessionEntry[],
  clean: Clean = asItIs,
): string => {
  const { id, severity, title, sentence, evidence, advice, link, isGuess } = finding;
  const { consequences = [] } = finding;
  const proofs = evidence.map((each) => evidenceLine(each, entries, clean)).filter(Boolean);
  return [
    `### ${message(severityLabels[severity])}: ${plainText(inWords(withTexts(title, clean)))} (${codeSpan(id)})`,
    ...(isGuess ? ['', `_${message('findingGuess')}_`] : []),
    '',
    plainText(inWords(withTexts(sentence, clean))),
    '',
    `**${message('evidence')}**`,
    '',
    ...proofs.map((line) => `- ${line}`),
    ...(advice.length > 0
      ? [
          '',
          `**${message('whatToDo')}**`,
          '',
          ...advice.map(
            ({ who, text }, index) =>
              `- ${who === advice[index - 1]?.who ? '' : `${message(who === 'site' ? 'forDeveloper' : 'forBrowserUser')}: `}${plainText(inWords(withTexts(text, clean)))}`,
          ),
        ]
      : []),
    ...(consequences.length > 0
      ? [
          '',
          `**${message('consequences', consequences.length)}**`,
          '',
          ...consequences.map(
            (each) =>
              `- ${plainText(inWords(withTexts(each.title, clean)))} (${codeSpan(each.id)})`,
          ),
        ]
      : []),
    '',
    `<${link}>`,
  ].join('\n');
};

/** The verdict as a line, with the next step. */
export const verdictMarkdown = (
  { id, sentence, reason, next }: Verdict,
  clean: Clean = asItIs,
): string[] => [
  [
    `**${plainText(inWords(withTexts(sentence, clean)))}**`,
    plainText(inWords(withTexts(reason, clean))),
    `(${codeSpan(id)})`,
  ]
    .filter(Boolean)
    .join(' '),
  ...(next
    ? ['', `${message('verdictNextLabel')} ${plainText(inWords(withTexts(next, clean)))}`]
    : []),
];

/** What was checked, by answers; what failed itself says why. */
export const checksMarkdown = (checks: readonly Check[], clean: Clean = asItIs): string[] => [
  `### ${plural('checkedCount', checks.length)}`,
  '',
  ...answers.flatMap((answer) => {
    const of = checks.filter((check) => check.answer === answer);
    const text = ({ id, about }: Check): string =>
      answer === 'failed'
        ? `${codeSpan(id)}: ${plainText(inWords(withTexts(about, clean)))}`
        : codeSpan(id);
    return of.length > 0
      ? [`- ${message(answerLabels[answer])} (${of.length}): ${of.map(text).join(', ')}`]
      : [];
  }),
];

/** A page's verdict, its chain, all findings and what was checked, to be pasted into an issue. */
export const diagnosisMarkdown = (
  { findings, chain, verdict, checks }: InputDiagnosis,
  about: { url: string; environment: string; at: number; entries: readonly SessionEntry[] },
  clean: Clean = asItIs,
): string =>
  [
    `## ${message('diagnosisOf', codeSpan(clean(plainUrl(about.url))))}`,
    '',
    `${codeSpan(about.environment)}, ${new Date(about.at).toISOString()}`,
    '',
    chain.nodes
      .map(({ id, sign }) => `${signOf(sign).mark} ${message(nodeLabels[id])}`)
      .join(' → '),
    '',
    ...verdictMarkdown(verdict, clean),
    ...findings.flatMap((finding) => ['', findingMarkdown(finding, about.entries, clean)]),
    '',
    ...checksMarkdown(checks, clean),
    '',
  ].join('\n');

/** The names of the answers. */
export const answerLabels = {
  found: 'answerFound',
  failed: 'answerFailed',
  'not-known-yet': 'answerNotKnownYet',
  'not-seen-here': 'answerNotSeenHere',
  passed: 'answerPassed',
  'not-applicable': 'answerNotApplicable',
} as const satisfies Record<Answer, string>;

/** The names of the chain's links. */
export const nodeLabels = {
  page: 'nodePage',
  sdk: 'nodeSdk',
  permission: 'nodePermission',
  worker: 'nodeWorker',
  'push-service': 'nodePushService',
  subscription: 'nodeSubscription',
  token: 'nodeToken',
  server: 'nodeServer',
  push: 'nodePush',
  notification: 'nodeNotification',
} as const;
