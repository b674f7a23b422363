import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run';
import { commandsIn } from '../../scripts/store/readme-commands';
import { runIn } from '../../scripts/store/rebuild';
import { prepareCheckedShop } from '../e2e/support/checked-shop';
import { truthOptions } from '../truth/truth-options';

/*
 * The documents' commands as they stand, one after the other in a folder as a reader has it, but for the address of the shop and its button. The double is
 * a push service that is always there.
 */

const tool = path.join(root, '.output/cli/akpush-inspector.js');

/** Those that need a browser that runs, or a Grid, have tests of their own; a server runs until it is ended. */
const isElsewhere = (command: string): boolean => /--connect|--grid| serve\b|…/.test(command);

const commands = ['README.md', 'docs/check.md', 'docs/expectations.md'].flatMap((file) =>
  commandsIn(readFileSync(path.join(root, file), 'utf8'))
    .filter((each) => /^npx akpush-inspector \w/.test(each) && !isElsewhere(each))
    .map((command) => ({ file, command })),
);

describe.runIf(truthOptions.browser === 'chromium')('commands of the documents', () => {
  const shop = prepareCheckedShop();

  test('are found', () => {
    expect(commands.length).toBeGreaterThan(8);
    expect(commands.some(({ command }) => command.includes(' expect '))).toBe(true);
  });

  test.each(commands)('$file: $command', async ({ command }) => {
    // In pull mode a push has no message.
    const url = shop.url('/', / --push '/.test(command) ? { mode: 'firebase' } : {});
    const line = command
      .replace('https://shop.example/', `'${url}' --push-service double`)
      .replace("'#subscribe'", "'#init'")
      .replace('npx akpush-inspector', `"${process.execPath}" "${tool}"`);
    const { folder } = shop.command;
    const { code, output } = await runIn(folder, line, { TMPDIR: folder });
    // The shop works: nothing is found, and nothing could not be checked.
    expect(code, output).toBe(0);
  });
});
