import type { Need } from './need';
import { answered } from './seen-by';
import { rememberedSave } from './told-server';

const altcraft = ['save', 'update', 'suspend', 'delete'];

const firebase = ['installations', 'registrations', 'fcm/connect/subscribe'];

/** What a rule about what a server answered can need. */
export const serverNeeds = {
  answer: {
    name: 'needAnswer',
    shows: 'showAnswer',
    isSeen: answered(['accepted', 'refused'], ...altcraft),
  },
  accepted: {
    name: 'needAccepted',
    shows: 'showAnswer',
    isSeen: answered(['accepted'], ...altcraft),
  },
  told: {
    name: 'needAccepted',
    shows: 'showAnswer',
    isSeen: (input) =>
      answered(['accepted'], ...altcraft)(input) || rememberedSave(input) !== undefined,
  },
  'accepted-save': {
    name: 'needAcceptedSave',
    shows: 'showAnswer',
    isSeen: (input) =>
      answered(['accepted'], 'save', 'update')(input) || rememberedSave(input) !== undefined,
  },
  'firebase-answer': {
    name: 'needFirebaseAnswer',
    shows: 'showFirebaseAnswer',
    isSeen: answered(['accepted', 'refused'], ...firebase),
  },
  'firebase-accepted': {
    name: 'needFirebaseAccepted',
    shows: 'showFirebaseAnswer',
    isSeen: answered(['accepted'], ...firebase),
  },
} as const satisfies Record<string, Need>;
