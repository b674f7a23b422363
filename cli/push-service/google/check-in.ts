import { randomBytes } from 'node:crypto';
import { encodeProtobuf } from './protobuf';

/** What the check-in answers: who the browser is from now on (`AndroidCheckinResponse`). */
export const checkInAnswer = (): Buffer =>
  encodeProtobuf(
    // stats_ok
    [1, 1],
    // time_msec
    [3, Date.now()],
    // android_id and security_token, never negative when read as signed
    [7, randomBytes(8).readBigUInt64LE() >> 1n],
    [8, randomBytes(8).readBigUInt64LE() >> 1n],
  );
