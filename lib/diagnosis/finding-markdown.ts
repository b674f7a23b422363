import { message } from '../i18n/message';
import type { SessionEntry } from '../session';
import { entryNumber } from '../timeline/entry-number';
import { statusLabel } from '../timeline/status-label';
import type { Chain, NodeState } from './chain';
import type { Finding, FindingSeverity } from './finding';

/** Characters that mean something in Markdown, in texts that a page or a server has made. */
export const escapeText = (text: string): string =>
  text.replace(/[\\`*_<>[\]|~]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');

/** Text as code, whatever it has in it. */
export const code = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  const fence = flat.includes('`') ? '``' : '`';
  return flat === '' ? '' : `${fence}${flat}${fence}`;
};

/** An address without what may name a person: its query and fragment. */
const plainUrl = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search ? '?…' : ''}`;
};

const severities = {
  error: 'findingError',
  warning: 'findingWarning',
  hint: 'findingHint',
} as const satisfies Record<FindingSeverity, string>;

/** A sign for each state of a link. */
export const nodeSigns: Record<NodeState, string> = { ok: '✓', broken: '✕', unknown: '?' };

/** Takes the secrets out of a text. */
export type Clean = (text: string) => string;
/** For what has no secrets any more. */
const asItIs: Clean = (text) => text;

const evidenceLine = (
  each: Finding['evidence'][number],
  entries: readonly SessionEntry[],
  clean: Clean,
): string => {
  if (each.type === 'fact')
    return `${escapeText(clean(each.label))}${each.text ? `: ${code(clean(each.text))}` : ''}`;
  const entry = entries.find(({ key }) => key === each.key);
  return entry
    ? `${entryNumber(entry)} ${entry.kind} ${code(clean(entry.name))}, ${clean(statusLabel(entry))}, ${new Date(entry.time).toISOString()}`
    : '';
};

/** One finding, to be pasted into an issue. `clean` takes out what a server, a page or an address said of secrets. */
export const findingMarkdown = (
  finding: Finding,
  entries: readonly SessionEntry[],
  clean: Clean = asItIs,
): string => {
  const { id, severity, sentence, evidence, advice, link, isGuess } = finding;
  const proofs = evidence.map((each) => evidenceLine(each, entries, clean)).filter(Boolean);
  return [
    `### ${message(severities[severity])}: ${escapeText(clean(sentence))} (${code(id)})`,
    ...(isGuess ? ['', `_${message('findingGuess')}_`] : []),
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
            ({ who, text }) =>
              `- ${message(who === 'site' ? 'forDeveloper' : 'forBrowserUser')}: ${escapeText(clean(text))}`,
          ),
        ]
      : []),
    '',
    `<${link}>`,
  ].join('\n');
};

/** All findings of a page and its chain, to be pasted into an issue. */
export const diagnosisMarkdown = (
  { findings, chain }: { findings: readonly Finding[]; chain: Chain },
  about: { url: string; environment: string; at: number; entries: readonly SessionEntry[] },
  clean: Clean = asItIs,
): string =>
  [
    `## ${message('diagnosisOf', clean(plainUrl(about.url)))}`,
    '',
    `${about.environment}, ${new Date(about.at).toISOString()}`,
    '',
    chain.nodes
      .map(({ id, state }) => `${nodeSigns[state]} ${message(nodeLabels[id])}`)
      .join(' → '),
    ...(findings.length > 0
      ? findings.flatMap((finding) => ['', findingMarkdown(finding, about.entries, clean)])
      : ['', message('nothingWrong')]),
    '',
  ].join('\n');

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
