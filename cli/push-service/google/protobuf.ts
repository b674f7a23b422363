/** A field of a message: text and bytes have a length, a bigint is a fixed64, a number a varint. */
export type ProtobufField = readonly [field: number, value: number | bigint | string | Uint8Array];

/** What a message has, by field: numbers as bigints, the rest as bytes; a field can be there several times. */
export type ProtobufMessage = ReadonlyMap<number, readonly (bigint | Buffer)[]>;

/** A number in as few bytes as it needs, seven bits in each. */
export function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}

/** The number at a place, and where it ends; `null` when it does not end in these bytes. Throws on one that no message can have. */
export function decodeVarint(bytes: Buffer, from: number): { value: bigint; end: number } | null {
  let value = 0n;
  for (let at = from; at < bytes.length; at++) {
    // Ten bytes have more than the 64 bits of any number.
    if (at - from > 9) throw new RangeError('A number is too long');
    const byte = bytes[at] ?? 0;
    value |= BigInt(byte & 127) << BigInt(7 * (at - from));
    if (byte < 128) return { value, end: at + 1 };
  }
  return null;
}

function encodeField([field, value]: ProtobufField): Buffer {
  const tag = (wire: number) => encodeVarint(field * 8 + wire);
  if (typeof value === 'number') return Buffer.concat([tag(0), encodeVarint(value)]);
  if (typeof value === 'bigint') {
    const fixed = Buffer.alloc(8);
    fixed.writeBigUInt64LE(value);
    return Buffer.concat([tag(1), fixed]);
  }
  const bytes = Buffer.from(value as Uint8Array);
  return Buffer.concat([tag(2), encodeVarint(bytes.length), bytes]);
}

/** Writes a message. */
export const encodeProtobuf = (...fields: readonly ProtobufField[]): Buffer =>
  Buffer.concat(fields.map(encodeField));

/** Reads a message. Throws on one that is cut. */
export function decodeProtobuf(bytes: Buffer): ProtobufMessage {
  const message = new Map<number, (bigint | Buffer)[]>();
  let at = 0;
  function varint(): bigint {
    const read = decodeVarint(bytes, at);
    if (!read) throw new RangeError('A message is cut');
    at = read.end;
    return read.value;
  }
  function take(size: number): Buffer {
    if (at + size > bytes.length) throw new RangeError('A message is cut');
    at += size;
    return bytes.subarray(at - size, at);
  }
  while (at < bytes.length) {
    const tag = Number(varint());
    const field = Math.floor(tag / 8);
    const values = message.get(field) ?? [];
    message.set(field, values);
    if (tag % 8 === 0) values.push(varint());
    else if (tag % 8 === 1) values.push(take(8).readBigUInt64LE());
    else if (tag % 8 === 2) values.push(take(Number(varint())));
    else if (tag % 8 === 5) values.push(BigInt(take(4).readUInt32LE()));
    else throw new TypeError(`Unknown wire type ${tag % 8}`);
  }
  return message;
}

/** The first value of a field as text. */
export const protobufText = (message: ProtobufMessage, field: number): string =>
  String(message.get(field)?.[0] ?? '');
