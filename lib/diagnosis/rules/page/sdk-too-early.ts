import type { EarlyRead } from '../../../model/entry';
import { jobMarker } from '../../../model/job-marker';
import { phrase } from '../../../model/phrase';
import type { EntryWith } from '../../../model/session';
import { type StackFrame, stackFrames } from '../../../model/stack-frames';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { fileOf } from '../../start-finding';

/** Where the page itself read AKPush: innermost frame of a script that is not the SDK's own, which asks whether it is there already. */
const frameOf = ({ stack }: EarlyRead, own: readonly (string | null)[]): StackFrame | undefined => {
  const [frame] = stackFrames(stack);
  const isOfPanel = stack.includes(jobMarker);
  return frame && !isOfPanel && !own.includes(frame.url) ? frame : undefined;
};

const isAt = (frame: StackFrame, { detail, stack }: EntryWith<'error' | 'call'>): boolean => {
  const text = ('error' in detail && detail.error?.stack) || stack || '';
  const [thrown] = stackFrames(text);
  return thrown
    ? thrown.url === frame.url && thrown.line === frame.line
    : 'script' in detail && detail.script === frame.url && detail.line === frame.line;
};

/** A script of the page used AKPush before it was there, died of that, and has not come back to it. */
export const sdkTooEarly: Rule = {
  id: 'sdk-too-early',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkTooEarly',
  passed: 'passedSdkTooEarly',
  needs: ['sdk'],
  link: sdkGuide,
  find({ of, known }) {
    const sdk = known?.sdk.entry;
    if (!sdk || !known.state.isLoaded) return null;
    const own = [sdk.detail.script, ...known.sdk.others, ...(sdk.detail.scripts ?? [])];
    const calls = of('call');
    for (const read of sdk.detail.early ?? []) {
      const frame = frameOf(read, own);
      // A script that waits comes back to the same place, and finds it.
      if (!frame || calls.some((call) => isAt(frame, call))) continue;
      const error = of('error').find((each) => isAt(frame, each));
      // Who only looked, and nothing has used AKPush since, had no other plan.
      if (!error && calls.length > 0) continue;
      const seconds = Math.max(0.01, (sdk.time - read.time) / 1000);
      const place = `${frame.url}:${frame.line}`;
      return {
        about: `${fileOf(frame.url)}:${frame.line}`,
        sentence: phrase(
          error ? 'findSdkTooEarly' : 'findSdkTooEarlyLook',
          seconds.toFixed(seconds < 0.1 ? 2 : 1),
          place,
        ),
        evidence: [fact(phrase('factReadAt'), place), ...byEntries(error, sdk)],
        advice: [forSite('adviceSdkTooEarly')],
        ...(!error && { isGuess: true as const }),
        // What works besides reaches the profile all the same.
        ...((!error || calls.length > 0) && { severity: 'warning' as const }),
      };
    }
    return null;
  },
};
