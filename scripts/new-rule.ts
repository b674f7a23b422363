import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type FindingPart, findingParts } from '../lib/diagnosis/finding';
import type { Kind } from '../test/truth/truth-case';
import { runMain, runTool } from './run';

/** Makes a rule of the diagnosis with its texts, its test and its page in the demo: `npm run rule -- what-is-wrong worker`. */
const place = (file: string) => new URL(`../${file}`, import.meta.url);
const read = (file: string): string => readFileSync(place(file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(place(file), text);

/** Puts text in front of the first place that matches. */
const insertBefore = (file: string, where: RegExp, text: string): void => {
  const source = read(file);
  const at = source.search(where);
  if (at < 0) throw new Error(`${file} has no place for the rule.`);
  write(file, source.slice(0, at) + text + source.slice(at));
};

const ruleSource = (id: string, part: FindingPart, name: string, key: string): string =>
  `import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Say here what causes it, and how it is recognised. */
export const ${name}: Rule = {
  id: '${id}',
  part: '${part}',
  severity: 'warning',
  title: 'rule${key}',
  passed: 'passed${key}',
  needs: ['config'],
  link: sdkGuide,
  find({ known }) {
    if (known?.sdk.config?.resourceToken !== '${id}') return null;
    return {
      sentence: phrase('find${key}'),
      evidence: [fact('config.resourceToken', '${id}')],
      advice: [forSite('advice${key}')],
    };
  },
};
`;

const testSource = (id: string, part: FindingPart, name: string): string =>
  `import { expect, test } from 'vitest';
import { ${name} } from '../../../lib/diagnosis/rules/${part}/${id}';
import { healthyEntries, makeInput } from '../../support/make-input';

test('${id}: a session that has it, and one that has not', () => {
  expect(${name}.find(makeInput())).toBeNull();
  const entries = healthyEntries({ resourceToken: '${id}' });
  expect(${name}.find(makeInput({ entries }))?.evidence).not.toEqual([]);
});
`;

/** The cases that a rule's page belongs to, as a rule. */
const casesOf: Record<FindingPart, readonly [file: string, kind: Kind]> = {
  page: ['sdk-start', 'K5'],
  permission: ['permission', 'K10'],
  worker: ['registration', 'K3'],
  subscription: ['one-cause', 'K2'],
  token: ['silence', 'K1'],
  server: ['who-answered', 'K9'],
  push: ['pushes', 'K11'],
};

const addTexts = (key: string, id: string): void => {
  for (const language of ['en', 'ru']) {
    const file = `public/_locales/${language}/messages.json`;
    const messages = JSON.parse(read(file));
    for (const kind of ['rule', 'passed', 'find', 'advice'])
      messages[`${kind}${key}`] = { message: `${kind}: ${id}` };
    write(file, `${JSON.stringify(messages, null, 2)}\n`);
  }
};

await runMain(async () => {
  const [id = '', part = ''] = process.argv.slice(2);
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    throw new Error(
      'Name the rule after what is wrong, as worker-missing: npm run rule -- worker-missing worker',
    );
  const known = findingParts.find((each) => each === part);
  if (!known) throw new Error(`The part is one of ${findingParts.join(', ')}.`);
  const file = `lib/diagnosis/rules/${part}/${id}.ts`;
  const list = `lib/diagnosis/rules/${part}/index.ts`;
  if (existsSync(place(file))) throw new Error(`${file} is there already.`);
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const key = name[0]?.toUpperCase() + name.slice(1);
  write(file, ruleSource(id, known, name, key));
  write(`test/lib/diagnosis/${id}.test.ts`, testSource(id, known, name));
  addTexts(key, id);
  insertBefore(list, /\n\/\*\* /, `import { ${name} } from './${id}';\n`);
  insertBefore(list, /\];\s*$/, `  ${name},\n`);
  insertBefore(
    'test/demo/faults.ts',
    /\};\n\n\/\*\* Rules that no page/,
    `  '${id}': { variant: { config: '{"resourceToken":"${id}"}' } },\n`,
  );
  const [cases, kind] = casesOf[known];
  insertBefore(
    `test/truth/cases/${cases}.ts`,
    /\];\s*$/,
    `  faultCase('${kind}', '${id}', 'limited'),\n`,
  );
  await runTool('biome', 'check', '--write', list, file);
  await runTool('tsx', 'scripts/write-rules.ts');
  console.log(
    `${file}: fill in find, what it needs to have seen, the texts (rule${key}, passed${key}, find${key}, advice${key}) the page /fault/${id}, and its right answer in test/truth/cases/${cases}.ts.`,
  );
  return 0;
});
