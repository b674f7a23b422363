import { isPseudonym } from '../record/pseudonym';

/** A secret as it is shown until somebody asks for it: its first and last 6 characters; of a short one less. */
export const maskSecret = (text: string): string => {
  // What stands for a secret in a redacted session gives nothing away.
  if (isPseudonym(text)) return text;
  const shown = Math.min(6, Math.floor(text.length / 4));
  return shown === 0 ? '…' : `${text.slice(0, shown)}…${text.slice(-shown)}`;
};
