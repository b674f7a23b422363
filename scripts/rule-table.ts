import { needsOf } from '../lib/diagnosis/check';
import { conditions } from '../lib/diagnosis/conditions';
import { findingParts } from '../lib/diagnosis/finding';
import { needs } from '../lib/diagnosis/needs';
import type { Rule } from '../lib/diagnosis/rule';
import { rules } from '../lib/diagnosis/rules';
import { nodeLabels } from '../lib/formats/finding-markdown';
import { message } from '../lib/i18n/message';
import { faults, notHere } from '../test/demo/faults';
import { provideEnglish } from './provide-english';

/** Where the generated part of docs/diagnosis.md begins and ends. */
export const marks = ['<!-- rules: written by npm run rules -->', '<!-- /rules -->'] as const;

const seenBy = (id: string): string => {
  const why = notHere[id];
  if (why !== undefined) return `a made session: ${why}`;
  const { only } = faults[id] ?? {};
  return `\`/fault/${id}\`${only ? `, ${only === 'firefox' ? 'Firefox' : 'Chromium'} only` : ''}`;
};

const row = (rule: Rule): string => {
  const { id, severity, title, part, node, link, applies = [] } = rule;
  const seen = [...new Set(needsOf(rule).map((need) => message(needs[need].name)))].join('; ');
  const where = applies.map((each) => message(conditions[each].why)).join(' ');
  const name = `[${message(title)}](${link})`;
  return `| \`${id}\` | ${severity} | ${name} | ${message(nodeLabels[node ?? part])} | ${seen}${where && `. ${where}`} | ${seenBy(id)} |`;
};

/** The rules as a table for each part, in Markdown. */
export const ruleTable = (): string => {
  provideEnglish();
  const tables = findingParts.map((part) =>
    [
      `### ${part[0]?.toUpperCase()}${part.slice(1)}`,
      '',
      '| finding | severity | what it says | link of the chain | passes only when this was seen, and where it applies | proven by |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rules.filter((rule) => rule.part === part).map(row),
    ].join('\n'),
  );
  return tables.join('\n\n');
};

/** A document with the rules in it. */
export const withRules = (text: string): string => {
  const [begin, end] = marks;
  const [before, rest = ''] = text.split(begin);
  const [, after] = rest.split(end);
  if (before === undefined || after === undefined)
    throw new Error('The document has no place for the rules.');
  return `${before}${begin}\n\n${ruleTable()}\n\n${end}${after}`;
};
