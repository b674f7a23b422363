import type { MessageKey } from '../model/message-key';

/** What is wrong, and what it is about. */
export type AddressFlaw = readonly [why: MessageKey, ...values: string[]];

/** Ports that browsers ask for nothing (Fetch Standard, "bad port"). */
const badPorts: readonly number[] = [
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
];

const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

/** The SDK puts `/pixel?…` behind it, and asks with `fetch`. */
const serverFlaw = (text: string): AddressFlaw | undefined => {
  if (!URL.canParse(text)) return ['flawNoAddress'];
  const url = new URL(text);
  // `https://` is put before a host that is given with one.
  if (/^https?$/.test(url.hostname)) return ['flawTwoSchemes'];
  if (!isWeb(url)) return ['flawScheme', url.protocol];
  if (badPorts.includes(Number(url.port))) return ['flawPort', url.port];
  if (url.username || url.password) return ['flawCredentials'];
  return /[?#]/.test(text) ? ['flawQuery'] : undefined;
};

/** The SDK puts `?browser=…` behind it, and registers it. */
const workerFlaw = (text: string, page: string): AddressFlaw | undefined => {
  if (!URL.canParse(text, page)) return ['flawNoAddress'];
  const url = new URL(text, page);
  if (!isWeb(url)) return ['flawScheme', url.protocol];
  const { origin } = new URL(page);
  if (url.origin !== origin) return ['flawOrigin', url.origin];
  return /%2f|%5c/i.test(url.pathname) ? ['flawEscaped'] : undefined;
};

/** Why an address of the SDK's configuration cannot work in any browser; `undefined` where it can. */
export const addressFlaw = (
  name: 'serverURL' | 'swPath',
  text: string,
  page: string,
): AddressFlaw | undefined => (name === 'serverURL' ? serverFlaw(text) : workerFlaw(text, page));
