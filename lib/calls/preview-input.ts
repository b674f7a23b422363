import { type CallDraft, givenDraft } from './call-draft';
import { readInput } from './object-input';

/** What a draft gives to its method, in a few words. */
export const previewInput = (typed: CallDraft): string => {
  const draft = givenDraft(typed);
  const shown = (['match', 'update', 'custom'] as const).flatMap((name) => {
    const read = readInput(draft[name]);
    const text = 'value' in read && read.value ? JSON.stringify(read.value) : '';
    return text ? `${name} ${text}` : [];
  });
  return [...shown, draft.prefix].filter(Boolean).join(', ').slice(0, 120);
};
