import { isFirebaseOnly } from '../akpush/firebase-only';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import { foundHow } from '../text/found-how';
import type { StateItem } from './state-item';

const modes: Record<'firebase' | 'safari' | 'pull', MessageKey> = {
  firebase: 'modeFirebase',
  safari: 'modeSafari',
  pull: 'modePull',
};

/** The question that a line answers; others are about how pushes are delivered. */
const groups: Readonly<Record<string, MessageKey>> = {
  generation: 'groupWhich',
  container: 'groupWhich',
  script: 'groupWhich',
  second: 'groupWhich',
  debug: 'groupWhich',
  resourceToken: 'groupServer',
  server: 'groupServer',
  prefix: 'groupServer',
};

/** The SDK's effective configuration, and where it came from. */
export const sdkItems = ({ sdk }: PageFacts): readonly StateItem[] => {
  const { config, entry, container } = sdk;
  const fact = (
    name: string,
    label: MessageKey,
    text: Phrase | undefined,
    more: Partial<StateItem> = {},
  ): StateItem => ({
    id: `sdk.${name}`,
    label,
    state: text === undefined || text === '' ? (config ? 'missing' : 'unknown') : 'ok',
    text: text ?? '',
    group: groups[name] ?? 'groupDelivery',
    ...more,
  });
  const modesOf = Object.entries(config?.browsers ?? {}).map(
    ([name, each]) =>
      `${name}: ${each?.isFirebase || config?.allFirebase ? 'firebase' : name === 'Safari' ? 'safari' : 'pull'}`,
  );
  const seconds = config?.expirationSWChrome;
  return [
    fact('generation', 'factGeneration', sdk.generation, {
      state: entry ? 'ok' : 'missing',
      ...(entry && { note: phrase(foundHow(entry.detail)) }),
      ...(entry && !config && { note: phrase('configNotSeen') }),
    }),
    fact('mode', 'factMode', sdk.mode && phrase(modes[sdk.mode])),
    fact('browser', 'factBrowser', sdk.browser, {
      ...(sdk.browser && isFirebaseOnly(sdk.browser) && { note: phrase('browserFirebaseOnly') }),
    }),
    fact('modes', 'factModes', modesOf.join(', ') || undefined),
    fact('resourceToken', 'factResourceToken', config?.resourceToken, { isSecret: true }),
    fact('server', 'factServer', config?.serverURL),
    fact('workerPath', 'factWorkerPath', config?.swPath),
    fact('vapidKey', 'factVapidKey', config?.vapidKey),
    fact(
      'expiration',
      'factExpiration',
      seconds === undefined
        ? undefined
        : phrase('secondsMinutes', seconds, Math.round(seconds / 60)),
    ),
    fact('debug', 'factDebug', config?.debug === undefined ? undefined : String(config.debug)),
    fact('prefix', 'factPrefix', config?.randomPrefix),
    fact(
      'container',
      'factContainer',
      container ? phrase('container', container.account, container.resource) : undefined,
      {
        // A toolkit has none: nothing is missing.
        state: 'ok',
        ...(!container && { text: phrase('noContainer') }),
      },
    ),
    fact('script', 'factScript', sdk.script ?? undefined, sdk.script ? {} : { state: 'unknown' }),
    fact('second', 'factSecond', sdk.others.join(', ') || phrase('none'), {
      state: sdk.others.length > 0 ? 'differs' : 'ok',
      ...(sdk.others.length > 0 && { note: phrase('secondIsLeft') }),
    }),
  ];
};
