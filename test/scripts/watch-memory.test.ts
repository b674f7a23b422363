import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { memoryOf } from '../../scripts/bench/watch-memory';

test.runIf(existsSync('/proc/self/status'))(
  'the memory of a program, and of what it has started, those of these too',
  async () => {
    const inner = 'process.stdin.resume(); process.stdout.write("up")';
    const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`;
    const alone = memoryOf(process.pid);
    const child = spawn(process.execPath, ['-e', outer], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.stdin.end());
    await once(child.stdout, 'data');
    const [all, started] = [memoryOf(process.pid), memoryOf(child.pid ?? 0)];
    // Node alone has more than ten.
    expect(started?.own).toBeGreaterThan(10);
    expect(started?.others).toBeGreaterThan(10);
    const both = (started?.own ?? 0) + (started?.others ?? 0);
    expect(all?.others).toBeGreaterThanOrEqual(both * 0.9);
    expect(all?.own).toBeGreaterThan(10);
    expect(alone?.others).toBeLessThan(all?.others ?? 0);
  },
);

test('one that there is not has none', () => {
  expect(memoryOf(2 ** 30)).toBeUndefined();
});
