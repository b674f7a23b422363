import type { FactState } from '../facts/fact-state';
import { message } from '../i18n/message';
import type { MessageKey } from '../model/message-key';
import type { SignId } from '../model/sign';

const signs: Record<SignId, readonly [mark: string, name: MessageKey]> = {
  ok: ['✓', 'nodeOk'],
  fault: ['✕', 'nodeBroken'],
  attention: ['!', 'nodeWarned'],
  'not-yet': ['○', 'nodeNotYet'],
  unread: ['?', 'nodeUnread'],
};

const ofFacts: Record<FactState, SignId> = {
  ok: 'ok',
  missing: 'not-yet',
  differs: 'fault',
  failed: 'fault',
  unknown: 'unread',
};

/** The sign of a fact that the diagnosis says nothing of. */
export const signOfFact = (state: FactState): SignId => ofFacts[state];

/** The mark of a sign. */
export const markOf = (id: SignId): string => signs[id][0];

/** A sign with its word and the legend of all of them: the same in the chain, the strip of State and the popup. */
export const signOf = (id: SignId): { mark: string; name: string; legend: string } => {
  const [mark, name] = signs[id];
  return { mark, name: message(name), legend: message('signLegend') };
};
