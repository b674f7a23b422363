import { fieldsOf, textOf } from '../model/encoded-value';
import { phrase, sentences } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { entriesOf } from './call-context';
import { byEntries, type Outcome } from './outcome';
import { type PushEntry, pushOutcome } from './push-outcome';

/** Whether `provider=` was appended with a second `?`: the SDK's worker does so when the URL has a query; no server reads it then. */
export const hasBrokenProvider = (url: string): boolean => /^[^#?]*\?[^#]*\?provider=/.test(url);

/** What a click on a notification led to. */
export const judgeClick = (push: PushEntry, steps: readonly SessionEntry[]): Outcome => {
  const opened = entriesOf(steps, 'worker-step', 'openWindow', 'focus', 'navigate').at(-1);
  const url = textOf(fieldsOf(opened?.detail.data).url);
  const isBroken = url !== undefined && hasBrokenProvider(url);
  // The browser opens a window for a click of a user alone: the panel's own click only shows what would be opened.
  const isHeldBack =
    opened?.status === 'failed' && opened.name === 'openWindow' && push.detail.way !== 'live';
  if (isHeldBack)
    return pushOutcome(
      'clicked',
      'warning',
      sentences(phrase('pushClickWould', url ?? ''), isBroken ? phrase('pushProviderBroken') : ''),
      byEntries(opened),
      phrase('pushClickUntrusted'),
    );
  if (opened?.status === 'failed')
    return pushOutcome(
      'clicked',
      'warning',
      sentences(
        phrase('pushClickRefused', url ?? ''),
        isBroken ? phrase('pushProviderBroken') : '',
      ),
      byEntries(opened),
    );
  return pushOutcome(
    'clicked',
    isBroken ? 'warning' : opened ? 'ok' : 'info',
    opened
      ? sentences(phrase('pushClickOpens', url ?? ''), isBroken ? phrase('pushProviderBroken') : '')
      : phrase('pushClickNothing'),
    byEntries(opened),
  );
};
