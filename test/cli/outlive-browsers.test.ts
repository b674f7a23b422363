import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run';

test('what nobody waits for does not end the command: a line says so, of a browser that has gone nothing', () => {
  const code = `
    import { ProtocolError } from 'puppeteer-core';
    import { outliveBrowsers } from './cli/outlive-browsers.ts';
    outliveBrowsers();
    void Promise.reject(new ProtocolError('Target closed'));
    void Promise.reject(new Error('no such field\\n::error::x'));
    void Promise.reject(undefined);
    setTimeout(() => console.log('still here'), 50);
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
  expect(String(stdout)).toBe('still here\n');
  const lines = String(stderr).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^Something .* was left out: Error: no such field .*::error::x$/);
  expect(lines[1]).toMatch(/: undefined$/);
  expect(status).toBe(0);
});
