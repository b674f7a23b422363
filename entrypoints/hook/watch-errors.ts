import { draft, end } from './log';
import { hasOne, isAboutSdk, ownValue, read, safe } from './natives';
import { wasReadAt } from './reads';
import { isInSdk, isSdkScript } from './sdk-script';
import { firstPlace } from './stack';
import { errorName, errorToJson, stackOf, toJson } from './to-json';

/** Records something that went wrong. `script`: where, or what was refused. */
export const recordError = (
  source: string,
  error: unknown,
  script?: unknown,
  line?: unknown,
  name = errorName(error),
): void => {
  const entry = draft('error', name);
  entry.detail.source = `"${source}"`;
  entry.detail.error = errorToJson(error);
  entry.detail.script = toJson(script || null);
  if (line) entry.detail.line = toJson(line);
  end(entry, 'failed');
};

/** Whether an error is about AKPush, though not in its script: by its words, or as it was thrown where AKPush was read too early. */
const isAboutUse = (message: unknown, place: string): boolean =>
  hasOne(message, ['AKPush', 'Subscription']) || wasReadAt(place);

/**
 * An uncaught error, a rejection, a violation of the page's Content Security Policy (by the SDK's script, worker or requests), or a script
 * that did not load: G1 and G2 bring Firebase's library by scripts of their own.
 */
export const noteTrouble = (event: Event): void => {
  const source = read(event, 'type') as string;
  const directive = read(event, 'effectiveDirective') as string;
  if (directive) {
    const blocked = read(event, 'blockedURI');
    if (
      read(event, 'disposition') === 'enforce' &&
      (isAboutSdk(event) ||
        hasOne(directive, ['worker', 'trusted']) ||
        hasOne(blocked, ['_push_pix', 'firebase', 'fcm', 'worker']))
    )
      recordError(source, read(event, 'originalPolicy'), blocked, 0, directive);
    return;
  }
  const missed = read(read(event, 'target'), 'src');
  if (hasOne(missed, ['firebase'])) recordError('loading', '', missed);
  const error = read(event, 'error') ?? read(event, 'reason');
  const message = read(event, 'message') ?? safe(() => ownValue(error as object, 'message'));
  const script = read(event, 'filename') as string;
  const line = read(event, 'lineno');
  const stack = stackOf(error);
  if (
    isAboutSdk(event) ||
    isSdkScript(script) ||
    isInSdk(stack) ||
    isAboutUse(message, script ? `${script}:${line}` : firstPlace(stack))
  )
    recordError(source, error || message, script, line);
};
