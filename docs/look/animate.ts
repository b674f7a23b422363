import { readFileSync, writeFileSync } from 'node:fs';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

const uint32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crcOf(body))]);
};

/** The data of a PNG's chunks of a type. */
const dataOf = (png: Buffer, type: string): Buffer[] => {
  const found: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === type)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return found;
};

/** Writes PNG files of one size as an animated PNG, each shown for so many milliseconds, again and again. */
export const animate = (
  files: readonly string[],
  milliseconds: readonly number[],
  to: string,
): void => {
  const frames = files.map((file) => readFileSync(file));
  const [header = Buffer.alloc(0)] = frames.flatMap((frame) => dataOf(frame, 'IHDR'));
  for (const [index, frame] of frames.entries())
    if (!dataOf(frame, 'IHDR')[0]?.equals(header))
      throw new Error(`${files[index]} is of another size or kind than the first picture.`);
  let sequence = 0;
  const chunks = frames.flatMap((frame, index) => {
    const delay = Buffer.alloc(6);
    delay.writeUInt16BE(milliseconds[index] ?? 1000, 0);
    delay.writeUInt16BE(1000, 2);
    const size = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const control = Buffer.concat([uint32(sequence++, ...size, 0, 0), delay]);
    const data = dataOf(frame, 'IDAT').map((part) =>
      index === 0 ? chunk('IDAT', part) : chunk('fdAT', Buffer.concat([uint32(sequence++), part])),
    );
    return [chunk('fcTL', control), ...data];
  });
  writeFileSync(
    to,
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('acTL', uint32(frames.length, 0)),
      ...chunks,
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
};
