import { expect, test } from 'vitest';
import { terminalStack } from '../../cli/terminal-stack';

test('a stack keeps its lines, of which none is a command', () => {
  const error = new Error('\u001b[2Jfirst\n::error::x\n##[command]y');
  const lines = terminalStack(error).split('\n');
  expect(lines.length).toBeGreaterThan(3);
  expect(lines[1]).toBe(': :error::x');
  expect(lines[2]).toBe('# #[command]y');
  expect(lines[3]).toMatch(/^\s*at /);
  expect(lines.join('')).not.toContain('\u001b');
  expect(terminalStack(undefined)).toBe('undefined');
});
