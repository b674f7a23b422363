import { shortPushServiceName } from '../akpush/push-service';
import type { FactState } from '../facts/fact-state';
import type { PageFacts } from '../facts/page-facts';
import { joinedBy, phrase } from '../model/phrase';
import type { StateItem } from './state-item';

const permissionStates: Readonly<Record<string, FactState>> = {
  granted: 'ok',
  default: 'missing',
  denied: 'failed',
};

const permission = ({ state }: PageFacts): StateItem => {
  const { notification, secureContext } = state.permission;
  const known = permissionStates[notification ?? ''] ?? 'failed';
  return {
    id: 'strip.permission',
    label: 'stripPermission',
    state: secureContext ? known : 'failed',
    text: notification ?? phrase('notThere'),
    ...(!secureContext && { note: phrase('notSecure') }),
  };
};

const worker = ({ state, own }: PageFacts): StateItem => {
  const base = { id: 'strip.worker', label: 'stripWorker' } as const;
  if ('failed' in state.workers)
    return {
      ...base,
      state: 'unknown',
      text: phrase('notReadable'),
      note: state.workers.failed.message,
    };
  if (own?.active) return { ...base, state: 'ok', text: own.active.state };
  const waiting = own?.installing ?? own?.waiting;
  if (waiting) return { ...base, state: 'missing', text: waiting.state };
  const others = state.workers.ok.registrations.length;
  return {
    ...base,
    state: 'missing',
    text: phrase('none'),
    ...(others > 0 && { note: phrase('workerOnlyOthers', others) }),
  };
};

const subscription = ({ subscription: known, own }: PageFacts): StateItem => {
  const base = { id: 'strip.subscription', label: 'stripSubscription' } as const;
  if (known)
    return {
      ...base,
      state: 'ok',
      text: shortPushServiceName(known.value.endpoint),
      ...(known.isOfPage && { note: phrase('subscriptionOfPage') }),
    };
  const read = own?.subscription;
  return read && 'failed' in read
    ? { ...base, state: 'unknown', text: phrase('notReadable'), note: read.failed.message }
    : { ...base, state: 'missing', text: phrase('none') };
};

const token = ({ cache, token: value }: PageFacts): StateItem => {
  const base = { id: 'strip.token', label: 'stripToken' } as const;
  const { problem } = cache;
  if (value)
    return {
      ...base,
      state: 'ok',
      text: value.text,
      isSecret: true,
      ...(value.place === null && { note: phrase('inLocalStorage') }),
    };
  return problem
    ? { ...base, state: 'unknown', text: phrase('notReadable'), note: problem.message }
    : { ...base, state: 'missing', text: phrase('none') };
};

const saveStates = {
  pending: 'missing',
  accepted: 'ok',
  refused: 'failed',
  failed: 'failed',
} as const;

const save = ({ save: known }: PageFacts): StateItem => {
  const base = { id: 'strip.save', label: 'stripSave' } as const;
  if (!known) return { ...base, state: 'missing', text: phrase('noneSeen') };
  const { entry, outcome, reason } = known;
  return {
    ...base,
    state: saveStates[outcome],
    text: joinedBy(' ', entry.name, outcome === 'pending' ? '…' : reason),
  };
};

/** The five parts of a subscription, in the order in which they are made. */
export const stripItems = (known: PageFacts): readonly StateItem[] => [
  permission(known),
  worker(known),
  subscription(known),
  token(known),
  save(known),
];
