import { expirationWindow, readWorkerUrl } from '../akpush/worker-url';
import { workerVendor } from '../akpush/worker-vendor';
import { newestWorker } from '../facts/newest-worker';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import type { RegistrationState, WorkerState } from '../model/page-state';
import { joinedBy, type Phrase, phrase, sentences } from '../model/phrase';
import type { StateItem } from './state-item';

/** Why the SDK takes a registration for its own, or does not. */
export const judgeRegistration = (
  registration: RegistrationState,
  { own, state, sdk }: PageFacts,
): { isOwn: boolean; why: Phrase } => {
  const script = newestWorker(registration)?.scriptURL ?? '';
  const { isOwn, isPlain } = readWorkerUrl(script);
  if (registration === own)
    return {
      isOwn: true,
      why: phrase(isPlain && sdk.hasPlainWorker ? 'ownPlainWorker' : 'ownWorker'),
    };
  if (isOwn)
    return { isOwn: false, why: own ? phrase('ownLater', own.scope) : phrase('ownBehind') };
  const vendor = workerVendor(script);
  const path = URL.canParse(script) ? new URL(script).pathname : script;
  const isNear = path.endsWith('/service-worker.js');
  const why = isNear ? phrase('foreignNoBrowser') : phrase('foreignName');
  const isSameOrigin = state.permission.secureContext;
  return {
    isOwn: false,
    why: vendor && isSameOrigin ? sentences(phrase('foreignVendor', vendor), why) : why,
  };
};

const factsOfWorker = (
  role: 'active' | 'waiting' | 'installing',
  label: MessageKey,
  stateLabel: MessageKey,
  worker: WorkerState | null,
): StateItem[] =>
  worker || role === 'active'
    ? [
        {
          id: `worker.${role}.scriptURL`,
          label,
          state: worker ? 'ok' : 'missing',
          text: worker?.scriptURL ?? '',
        },
        {
          id: `worker.${role}.state`,
          label: stateLabel,
          state: worker ? 'ok' : 'missing',
          text: worker?.state ?? '',
        },
      ]
    : [];

/** A registration as facts. Those of others than the SDK's are `registration.…`, so that `worker.…` is the SDK's alone. */
export const registrationItems = (
  registration: RegistrationState,
  known: PageFacts,
): readonly StateItem[] => {
  const { state, sdk } = known;
  const { installing, waiting, active, scope, updateViaCache, controls } = registration;
  const newest = newestWorker(registration);
  const url = readWorkerUrl(newest?.scriptURL ?? '');
  const seconds = sdk.config?.expirationSWChrome ?? 900;
  const window = url.expiration === null ? null : expirationWindow(url.expiration, seconds);
  const left = window ? window.to - state.readAt : 0;
  const facts: StateItem[] = [
    { id: 'worker.scope', label: 'factScope', state: 'ok', text: scope },
    ...factsOfWorker('active', 'factActive', 'factActiveState', active),
    ...(active && known.running
      ? [
          {
            id: 'worker.active.running',
            label: 'factRunning' as const,
            state: 'ok' as const,
            text: phrase(known.running.includes(active.scriptURL) ? 'workerRuns' : 'workerStopped'),
            // Browsers stop idle workers: a push starts them.
            note: phrase('workerStoppedHelp'),
          },
        ]
      : []),
    ...factsOfWorker('waiting', 'factWaiting', 'factWaitingState', waiting),
    ...factsOfWorker('installing', 'factInstalling', 'factInstallingState', installing),
  ];
  const isPlain = url.isPlain && sdk.hasPlainWorker;
  if ((registration === known.own || url.isOwn) && !isPlain) {
    facts.push({
      id: 'worker.browser',
      label: 'factWorkerBrowser',
      state: url.browser ? 'ok' : 'failed',
      text: url.browser ?? '',
      ...(!url.browser && { note: phrase('agreeBrowserNone') }),
    });
    if (window)
      facts.push({
        id: 'worker.expiration',
        label: 'factWorkerExpiration',
        // An old window is replaced at the next page load: nothing is broken.
        state: 'ok',
        text: String(url.expiration),
        note: phrase(
          left > 0 ? 'windowLasts' : 'windowOver',
          joinedBy(' – ', { moment: window.from }, { moment: window.to }),
          { span: left },
        ),
      });
  }
  facts.push({
    id: 'worker.updateViaCache',
    label: 'factUpdateViaCache',
    state: 'ok',
    text: updateViaCache,
  });

  facts.push({
    id: 'worker.controller',
    label: 'factController',
    // Push itself needs no control.
    state: controls ? 'ok' : 'missing',
    text: phrase(controls ? 'yes' : 'no'),
    ...(!controls && { note: phrase('controlNotNeeded') }),
  });
  return registration === known.own
    ? facts
    : facts.map((fact) => ({ ...fact, id: fact.id.replace(/^worker/, 'registration') }));
};

/** The same facts where the SDK has no registration. */
export const noWorkerItems = ({ state }: PageFacts): readonly StateItem[] => {
  const { workers } = state;
  const controller = 'ok' in workers ? workers.ok.controller : null;
  const unread =
    'failed' in workers ? { state: 'failed' as const, note: workers.failed.message } : {};
  return [
    { id: 'worker.active.scriptURL', label: 'factActive', state: 'missing', text: '', ...unread },
    {
      id: 'worker.controller',
      label: 'factController',
      state: controller ? 'differs' : 'missing',
      text: controller ?? '',
    },
  ];
};
