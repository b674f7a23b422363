import type { SecretKind } from './pseudonym';

/** Names of fields, headers and URL parameters whose values are not given away: those of the SDK, Firebase and HTTP, and what sites call alike. */
const names: readonly (readonly [RegExp, SecretKind])[] = [
  [/e-?mail/i, 'email'],
  [/phone|msisdn/i, 'phone'],
  [/^resource(_?token|_?id)?$/i, 'resource'],
  [/endpoint/i, 'endpoint'],
  [/p256dh|^auth$|^keys(_old)?$|vapid|application(server|pub)key|api[-_]?key|private_?key/i, 'key'],
  [/cookie/i, 'cookie'],
  [/token|^fid$|passw|secret|authorization|installations-auth/i, 'token'],
];

/** The sort of secret that a field of that name holds; `undefined` for one that holds none. */
export const kindOfName = (name: string): SecretKind | undefined =>
  names.find(([pattern]) => pattern.test(name))?.[1];
