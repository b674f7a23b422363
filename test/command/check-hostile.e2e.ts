import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Command, prepareCommand } from '../e2e/support/command';
import { poll } from '../e2e/support/poll';
import { type HostileSite, startHostileSite } from '../support/hostile-site';
import { hostileTexts } from '../support/hostile-texts';
import { readViewer } from '../support/read-viewer';
import { readXml } from '../support/read-xml';
import { elementsOf, renderers } from '../support/render-markdown';
import { replay } from '../truth/replay';
import { truthOptions } from '../truth/truth-options';

let site: HostileSite;
let command: Command;

beforeAll(async () => {
  site = await startHostileSite();
  command = prepareCommand(truthOptions.browser, []);
});
afterAll(() => {
  command?.clear();
  site?.close();
});

test('a page that says what it likes, in every report: it is data there', async () => {
  const { exitCode, output, errors, report } = await command.run(
    ...[site.failing, site.absent, '--at-once', '2', '--annotations', '--fail-on', 'hint'],
    ...['--junit', 'a.xml', '--markdown', 'a.md', '--html', 'a.html', '--save-session', 'saved'],
  );
  expect(errors).toBe('');
  expect(exitCode).toBe(1);
  expect(report?.pages.map(({ problem }) => problem)).toEqual([null, null]);
  const found = report?.pages.flatMap(({ diagnosis }) => diagnosis?.findings ?? []) ?? [];
  expect(found.map(({ id }) => id)).toContain('sdk-threw');

  // The terminal: no escape, no mark that is not seen or turns the text, no command of a CI server but our own notes.
  expect(output).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
  const commands = output.split('\n').filter((line) => /^\s*(?:::|##)/.test(line));
  expect(commands.length).toBeGreaterThan(0);
  for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) title=/);

  const suites = readXml(command.read('a.xml')).children;
  expect(suites).toHaveLength(2);
  const cases = suites.flatMap(({ children }) => children).map(({ name }) => name);
  expect([...new Set(cases)]).toEqual(['testcase']);

  const markdown = command.read('a.md');
  for (const render of Object.values(renderers)) {
    const { names, addresses } = elementsOf(render(markdown));
    expect(
      [...names].filter((name) => /^(?:img|script|iframe|svg|style|form)$/.test(name)),
    ).toEqual([]);
    expect(addresses.filter((each) => !each.startsWith('https://guides.altcraft.com/'))).toEqual(
      [],
    );
  }

  const html = command.read('a.html');
  const { blocks } = readViewer(html);
  expect(Object.keys(blocks)).toEqual(expect.arrayContaining(['pages', 'session-0', 'session-1']));
  for (const text of hostileTexts.filter((each) => /<\w|evil/.test(each)))
    expect(html).not.toContain(text);

  const saved = report?.pages.map(({ session }) => command.read(`saved/${session}`)) ?? [];
  for (const text of [JSON.stringify(report), output, markdown, command.read('a.xml'), ...saved])
    expect(text).not.toContain('mira@example.com');
  for (const text of saved) expect(replay(text).verdict).not.toBe('');
  // It has been there at all.
  expect(saved.join()).toContain('evil.example');
});

test('the program that has started it is killed in the middle of a start: it comes to its end, and leaves no profile', async () => {
  const child = command.beginOrphan(site.absent, '--json', 'orphan.json');
  await poll('a profile', () => command.profiles().length > 0);
  child.kill('SIGKILL');
  const report = await poll('the report', () => command.read('orphan.json'), 60_000);
  expect(JSON.parse(report).pages[0].problem).toBeNull();
  expect(command.profiles()).toEqual([]);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s in the middle of a start ends the browser, and takes its profile away',
  async (signal, code) => {
    const child = command.begin(site.absent);
    const isOver = new Promise<number | null>((resolve) => child.once('close', resolve));
    await poll('a profile', () => command.profiles().length > 0);
    child.kill(signal);
    expect(await isOver).toBe(code);
    expect(command.profiles()).toEqual([]);
  },
);
