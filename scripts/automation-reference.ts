import { diagnosisNames } from './automation/diagnosis-names';
import type { AutomationName, AutomationSection, Values } from './automation/name';
import { panelNames } from './automation/panel-names';
import { factNames, toolNames } from './automation/tool-names';

/** All that scripts of others may go by, in the order of the reference. */
export const automationSections: readonly AutomationSection[] = [
  ...panelNames,
  ...diagnosisNames,
  ...toolNames,
];

const selector = ({ kind, name }: AutomationName): string => {
  if (kind === 'attribute') return `[data-${name}]`;
  return kind === 'button' ? `[data-action="${name}"]` : `[name="${name}"]`;
};

const valuesIn = (values: Values): string => {
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(' ');
  return Object.entries(values)
    .map(([value, says]) => `\`${value}\`: ${says}`)
    .join('; ');
};

const table = (names: readonly AutomationName[]): string =>
  [
    '| selector | |',
    '| --- | --- |',
    ...names.map((name) => {
      const values = name.values ? ` (${valuesIn(name.values)})` : '';
      return `| \`${selector(name)}\` | ${name.says}${values} |`;
    }),
  ].join('\n');

const section = ({ title, text, names }: AutomationSection): string =>
  [`## ${title}`, ...(text ? [text] : []), table(names)].join('\n\n');

/** docs/reference/automation.md, in Markdown. */
export const automationReference = (): string =>
  `${[
    '<!-- Written by npm run reference from scripts/automation. -->',
    '# Automation',
    'Scripts of your own can read the panel and press its buttons. The names in this document are kept; texts, classes and attributes that are not here may change.',
    `\`panel.html?tab=<id>&view=<name>\`, opened as a page of the extension (\`chrome-extension://<id>/panel.html\`, \`moz-extension://<id>/panel.html\`), is the panel of that tab. \`tab\` is the tab’s number in the extension API (\`tabs.query\`). \`view\` is \`diagnosis\`, \`timeline\`, which is also what an unknown name and none shows, \`state\`, \`calls\`, \`push\`, \`contract\` or \`sessions\`; \`checkup\` is the Calls view with the checkup in it. The panel in DevTools begins with \`diagnosis\`. Without a tab the page says so and has no \`data-\` attributes.`,
    'Without the panel: the [command line](../check.md), [test runners](../test-runners.md) and the [HTTP interface](../serve.md).',
    ...automationSections.map(section),
    '## Facts',
    'The values of `data-fact` in State are `<topic>.<name>`. The text is in `.fact-value` inside, `none` when there is none.',
    [
      '| topic | names |',
      '| --- | --- |',
      ...Object.entries(factNames).map(
        ([topic, names]) =>
          `| \`${topic}\` | ${names
            .split(' ')
            .map((name) => `\`${name}\``)
            .join(' ')} |`,
      ),
    ].join('\n'),
    '`agreement` says whether two parts fit, `firebase` is absent where Firebase is not used. `worker` is the SDK’s registration: `waiting.…` and `installing.…` are as `active.…`; other registrations have the same under `registration.`',
  ].join('\n\n')}\n`;
