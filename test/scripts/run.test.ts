import { expect, test, vi } from 'vitest';
import { runToolQuietly } from '../../scripts/run';

const listen = () => {
  const written: string[] = [];
  const take = (part: string | Uint8Array): boolean => {
    written.push(part.toString());
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(take);
  vi.spyOn(process.stderr, 'write').mockImplementation(take);
  return written;
};

test('a command that is run quietly says nothing while all is well', async () => {
  const written = listen();
  await runToolQuietly('biome', '--version');
  expect(written).toEqual([]);
});

test('… and all that it has said when it fails', async () => {
  const written = listen();
  await expect(runToolQuietly('biome', 'no-such-command')).rejects.toThrow(
    'biome no-such-command failed with exit code',
  );
  expect(written.join('')).toContain('no-such-command');
});
