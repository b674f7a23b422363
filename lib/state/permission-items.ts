import type { FactState } from '../facts/fact-state';
import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import type { Read } from '../model/page-state';
import { type Phrase, phrase } from '../model/phrase';
import type { StateItem } from './state-item';

const states: Readonly<Record<string, FactState>> = {
  granted: 'ok',
  default: 'missing',
  prompt: 'missing',
  denied: 'failed',
};

const same: Readonly<Record<string, string>> = { default: 'prompt' };

const readFact = (id: string, label: MessageKey, read: Read<string> | undefined): StateItem => {
  if (!read) return { id, label, state: 'unknown', text: '', note: phrase('needsWorker') };
  return 'ok' in read
    ? { id, label, state: states[read.ok] ?? 'unknown', text: read.ok }
    : { id, label, state: 'failed', text: read.failed.name, note: read.failed.message };
};

/** Lines that say what the user has answered; the others say whether the page could be pushed to at all. */
const asked: ReadonlySet<string> = new Set([
  'permission.notification',
  'permission.query',
  'permission.push',
]);

/** Everything that decides whether the page may show notifications and be pushed to. */
export const permissionItems = ({ state, own, embedded }: PageFacts): readonly StateItem[] => {
  const { notification, query, secureContext, privateWindow, inFrame, missing } = state.permission;
  const registrations = 'ok' in state.workers ? state.workers.ok.registrations : [];
  const push = (own ?? registrations[0])?.pushPermission;
  const answers = [
    notification,
    'ok' in query ? query.ok : null,
    push && 'ok' in push ? push.ok : null,
  ]
    .filter((answer) => answer !== null && answer !== undefined)
    .map((answer) => same[answer] ?? answer);
  const isSplit = new Set(answers).size > 1;
  const flag = (
    id: string,
    label: MessageKey,
    on: boolean,
    isGood: boolean,
    note?: Phrase,
  ): StateItem => ({
    id,
    label,
    state: isGood ? 'ok' : 'failed',
    text: phrase(on ? 'yes' : 'no'),
    ...(note && !isGood && { note }),
  });
  const items: readonly StateItem[] = [
    {
      id: 'permission.notification',
      label: 'factNotification',
      state: states[notification ?? ''] ?? 'failed',
      text: notification ?? phrase('notThere'),
      // In a frame of another site browsers refuse, whatever the query says.
      ...(isSplit && { note: phrase(embedded?.isForeign ? 'frameNoPush' : 'permissionSplit') }),
    },
    readFact('permission.query', 'factPermissionQuery', query),
    readFact('permission.push', 'factPushPermission', push),
    flag(
      'permission.secureContext',
      'factSecureContext',
      secureContext,
      secureContext,
      phrase('notSecure'),
    ),
    flag(
      'permission.privateWindow',
      'factPrivateWindow',
      privateWindow,
      !privateWindow,
      phrase('privateNoPush'),
    ),
    flag(
      'permission.frame',
      'factFrame',
      inFrame,
      !inFrame || embedded?.isForeign === false,
      phrase('frameNoPush'),
    ),
    {
      id: 'permission.interfaces',
      label: 'factInterfaces',
      state: missing.length > 0 ? 'failed' : 'ok',
      text:
        missing.length > 0
          ? phrase('interfacesMissing', missing.join(', '))
          : phrase('interfacesThere'),
    },
  ];
  return items.map((item) => ({
    ...item,
    group: asked.has(item.id) ? 'groupAllowed' : 'groupPossible',
  }));
};
