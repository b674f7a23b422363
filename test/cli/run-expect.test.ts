import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test, vi } from 'vitest';
import { readOptions } from '../../cli/read-options';
import { runExpect } from '../../cli/run-expect';
import { readExpectations } from '../../lib/expectations/read-expectations';
import { provideEnglish } from '../../scripts/provide-english';
import { temporaryFolder } from '../support/temporary-folder';
import { readGolden } from '../truth/golden';

beforeAll(provideEnglish);

const good = readGolden('chromium', 'suspended')?.text ?? '';
const url = 'https://shop.example/';

test('a file is made of a session file, compressed or not, and read by --expect', () => {
  const folder = temporaryFolder();
  const [from, zipped, out] = ['good.json', 'good.json.gz', 'made/contract.json'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(from, good);
  writeFileSync(zipped, gzipSync(good));
  expect(runExpect(['--from', zipped, '--out', out])).toBe(0);
  const text = readFileSync(out, 'utf8');
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(runExpect(['--from', from])).toBe(0);
  expect(write).toHaveBeenCalledExactlyOnceWith(text);
  write.mockRestore();
  const { expectations } = readOptions([url, '--expect', 'made/contract.json'], folder);
  expect(expectations).toEqual(readExpectations(text));
  expect(expectations?.calls).toHaveLength(2);
  expect(readOptions([url], folder).expectations).toBeUndefined();
});

test('what is wrong with a file is said, with the field', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'a.json');
  const contract = { format: 'akpush-inspector-expectations', version: 1 };
  const said = (text: string) => {
    writeFileSync(file, text);
    return () => readOptions([url, '--expect', 'a.json'], folder);
  };
  expect(said(JSON.stringify({ ...contract, calls: [{ methd: 'x' }] }))).toThrow(
    /^--expect a\.json: calls\.0\.meth/,
  );
  expect(said(good)).toThrow('--expect a.json: This is not a file of expectations.');
  expect(() => readOptions([url, '--expect', 'b.json'], folder)).toThrow(/b\.json: ENOENT/);
  expect(() => runExpect(['--from', path.join(folder, 'b.json')])).toThrow('ENOENT');
  writeFileSync(file, JSON.stringify(contract));
  expect(() => runExpect(['--from', file])).toThrow('This is not a session of AKPush Inspector.');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(good), entries: [] }));
  expect(() => runExpect(['--from', file])).toThrow('Nothing to expect');
  expect(() => runExpect([])).toThrow('--from');
  expect(() => runExpect(['--from', file, '--to', file])).toThrow('--to');
});

test('no file is made that --expect would refuse: why is said', () => {
  const folder = temporaryFolder();
  const [from, out] = ['long.json', 'contract.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  const session = JSON.parse(good);
  const call = session.entries.find(({ name }: { name: string }) => name === 'initSubscription');
  for (let more = 0; more < 210; more += 1)
    session.entries.push({ ...call, id: 1_000 + more, key: `1:${1_000 + more}` });
  writeFileSync(from, JSON.stringify(session));
  expect(() => runExpect(['--from', from, '--out', out])).toThrow(/^--from .*long\.json: calls/);
  expect(existsSync(out)).toBe(false);
});
