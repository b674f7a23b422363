import type { PageFacts } from '../../lib/facts/page-facts';
import { message } from '../../lib/i18n/message';
import type { Phrase } from '../../lib/model/phrase';
import { draftText, newPushDraft } from '../../lib/push/push-draft';
import type { PushActions } from '../../lib/push/push-request';
import { offerWays } from '../../lib/push/push-ways';

/** Gives the page's worker a push as its mode has them, in pull mode with the answer that its server would give; or says why that cannot be done. */
export const testPush = async (
  known: PageFacts,
  { canEnter, send }: Pick<PushActions, 'canEnter' | 'send'>,
): Promise<{ key: string } | { why: Phrase }> => {
  const why = offerWays(known, canEnter).find(({ way }) => way === 'worker')?.why ?? '';
  const { own, sdk, subscription } = known;
  if (why !== '' || !own?.active) return { why };
  const draft = newPushDraft(sdk.mode ?? 'firebase', message('pushSampleBody'));
  const key = await send({
    way: 'worker',
    mode: draft.mode,
    worker: { scriptURL: own.active.scriptURL, scope: own.scope },
    text: draftText(draft),
    isReplaced: draft.mode === 'pull',
    isDry: false,
    subscription: subscription?.value ?? null,
    ttl: Number(draft.ttl),
    urgency: draft.urgency,
    topic: draft.topic,
    vapid: null,
    firebase: null,
  });
  return { key };
};
