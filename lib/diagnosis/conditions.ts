import { hasMethod, type MethodName } from '../akpush/methods';
import { hasDeviceToken } from '../facts/device-token';
import type { MessageKey } from '../model/message-key';
import { askedHere } from './asked-here';
import type { DiagnosisInput } from './diagnosis-input';

/** Where a rule can be so at all. */
export interface Condition {
  /** Why the rule does not apply where it does not hold. */
  why: MessageKey;
  /** `undefined`: not known yet. */
  holds(input: DiagnosisInput): boolean | undefined;
}

const inMode =
  (wanted: string, isWanted = true) =>
  ({ known }: DiagnosisInput): boolean | undefined =>
    known?.sdk.mode && (known.sdk.mode === wanted) === isWanted;

const generation = (test: (name: string) => boolean) => (input: DiagnosisInput) => {
  const name = input.known?.sdk.generation;
  return name === undefined ? undefined : test(name);
};

/** The build has at least one of the methods. */
const withMethod =
  (...names: MethodName[]) =>
  ({ known }: DiagnosisInput): boolean | undefined =>
    known?.sdk.entry && names.some((name) => hasMethod(name, known.sdk));

/** All conditions. */
export const conditions = {
  'firebase-mode': { why: 'appliesFirebase', holds: inMode('firebase') },
  'pull-mode': { why: 'appliesPull', holds: inMode('pull') },
  'safari-mode': { why: 'appliesSafari', holds: inMode('safari') },
  'no-device-token': {
    why: 'appliesNoDeviceToken',
    holds: ({ known }) => known?.sdk.mode && !hasDeviceToken(known),
  },
  'from-g3': { why: 'appliesFromG3', holds: generation((name) => name >= 'G3') },
  'has-update': { why: 'appliesUpdate', holds: withMethod('updateSubscription') },
  'has-removal': { why: 'appliesRemoval', holds: withMethod('removeToken') },
  'has-telling': {
    why: 'appliesTelling',
    holds: withMethod('updateSubscription', 'suspendSubscription', 'unsubscribe'),
  },
  chromium: { why: 'appliesChromium', holds: ({ engine }) => engine === 'chromium' },
  'asks-once': {
    why: 'appliesAsksOnce',
    holds: (input) => inMode('firebase')(input) || generation((name) => name < 'G6')(input),
  },
  'worker-query': {
    why: 'appliesWorkerQuery',
    holds: ({ known }) => known?.sdk.entry && !known.sdk.hasPlainWorker,
  },
  https: { why: 'appliesHttps', holds: ({ page }) => page.url.startsWith('https:') },
  secure: { why: 'appliesSecure', holds: ({ known }) => known?.state.permission.secureContext },
  'not-private': {
    why: 'appliesNotPrivate',
    holds: ({ known }) => known && !known.state.permission.privateWindow,
  },
  interfaces: {
    why: 'appliesInterfaces',
    holds: ({ known }) => known && known.state.permission.missing.length === 0,
  },
  /** A permission that was given or refused before is not asked for again. */
  'asked-here': {
    why: 'appliesAskedHere',
    holds: (input) => {
      const permission = input.known?.state.permission.notification;
      if (permission === undefined) return undefined;
      return permission === 'default' || askedHere(input);
    },
  },
} as const satisfies Record<string, Condition>;

export type ConditionId = keyof typeof conditions;
