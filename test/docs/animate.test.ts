import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { animate } from '../../docs/look/animate';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'animate-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const chunkOf = (type: string, data: Buffer): Buffer => {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
};

/** A grey picture of one shade. */
const writePng = (name: string, width: number, shade: number): string => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(2, 4);
  header[8] = 8;
  const rows = Buffer.concat([0, 1].map(() => Buffer.from([0, ...Array(width).fill(shade)])));
  const file = path.join(folder, name);
  const chunks = [
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(rows)),
    chunkOf('IEND', Buffer.alloc(0)),
  ];
  writeFileSync(file, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]));
  return file;
};

const readChunks = (file: string): { type: string; data: Buffer }[] => {
  const bytes = readFileSync(file);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
};

test('pictures of one size become frames, each with its time, in an unbroken sequence', () => {
  const file = path.join(folder, 'story.png');
  animate([writePng('a.png', 3, 10), writePng('b.png', 3, 200)], [4000, 1500], file);
  const chunks = readChunks(file);
  expect(chunks.map(({ type }) => type)).toEqual([
    'IHDR',
    'acTL',
    'fcTL',
    'IDAT',
    'fcTL',
    'fdAT',
    'IEND',
  ]);
  const [, control, first, , second, frame] = chunks.map(({ data }) => data);
  expect([control?.readUInt32BE(0), control?.readUInt32BE(4)]).toEqual([2, 0]);
  expect([first, second, frame].map((data) => data?.readUInt32BE(0))).toEqual([0, 1, 2]);
  expect(
    [first, second].map((data) => [data?.length, data?.readUInt16BE(20), data?.readUInt16BE(22)]),
  ).toEqual([
    [26, 4000, 1000],
    [26, 1500, 1000],
  ]);
  expect([...inflateSync(frame?.subarray(4) ?? '')]).toEqual([0, 200, 200, 200, 0, 200, 200, 200]);
});

test('a picture of another size is refused', () => {
  const file = path.join(folder, 'story.png');
  const files = [writePng('a.png', 3, 10), writePng('b.png', 4, 10)];
  expect(() => animate(files, [1, 1], file)).toThrow('another size');
});
