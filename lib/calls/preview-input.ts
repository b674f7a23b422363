import type { CallDraft } from './call-draft';
import { readInput } from './object-input';

/** What a draft gives, in a few words. */
export const previewInput = (draft: CallDraft): string => {
  const shown = (['match', 'update', 'custom'] as const).flatMap((name) => {
    const read = readInput(draft[name]);
    const text = 'value' in read && read.value ? JSON.stringify(read.value) : '';
    return text ? `${name} ${text}` : [];
  });
  return [...shown, draft.prefix].filter(Boolean).join(', ').slice(0, 120);
};
