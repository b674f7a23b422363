import { isPseudonym } from '../model/pseudonym';

/** What faulty code writes in the place of a value. */
const noSecrets = new Set(['undefined', 'null', 'NaN', '[object Object]']);

/** A secret as it is shown until somebody asks for it: its first and last 6 characters; of a short one less. */
export const maskSecret = (text: string): string => {
  // What stands for a secret in a redacted session gives nothing away.
  if (isPseudonym(text) || noSecrets.has(text)) return text;
  const shown = Math.min(6, Math.floor(text.length / 4));
  return shown === 0 ? '…' : `${text.slice(0, shown)}…${text.slice(-shown)}`;
};
