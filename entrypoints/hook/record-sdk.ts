import { draft, type PendingEntry } from './log';
import { apply, bare, gestureText, isObject, ownValue, permission, read, safe } from './natives';
import { type Recording, record } from './record';
import { isSdkScript } from './sdk-script';
import { firstScript, stackHere } from './stack';
import { listToJson, toJson } from './to-json';

type Original = (...args: unknown[]) => unknown;

/** Records a call of the SDK. `onInstance`: for a constructor, takes what it made. */
export const recordCall = (
  name: string,
  original: Original,
  self: unknown,
  args: unknown[],
  onInstance?: (instance: unknown, entry: PendingEntry) => void,
): unknown =>
  record(
    original,
    self,
    args,
    bare<Recording>({
      begin() {
        const stack = stackHere();
        const entry = draft('call', name, stack, !isSdkScript(firstScript(stack)));
        entry.detail.args = listToJson(args);
        entry.detail.readyState = toJson(read(document, 'readyState'));
        entry.detail.gesture = gestureText();
        const answer = permission();
        if (answer) entry.detail.permission = toJson(answer);
        return entry;
      },
      done(entry, value) {
        if (onInstance) onInstance(value, entry);
        else entry.detail.result = toJson(value);
      },
    }),
  );

/** How many listen to an event of a Node-style emitter; `null` when it does not tell. */
const countListeners = (emitter: object, name: unknown): unknown => {
  // An object as a name would be made a key by the page's own `toString`.
  if (isObject(name)) return null;
  const table = ownValue(emitter, '_events');
  if (isObject(table)) {
    const listeners = ownValue(table, name as PropertyKey) ?? [];
    return typeof listeners === 'function' ? 1 : ownValue(listeners, 'length');
  }
  return apply(read(emitter, 'listenerCount') as () => unknown, emitter, [name]);
};

/** Records an event of the SDK's emitter. */
export const recordEvent = (emit: Original, emitter: unknown, args: unknown[]): unknown =>
  record(
    emit,
    emitter,
    args,
    bare<Recording>({
      isSync: true,
      begin() {
        const name = args[0];
        const entry = draft('event', typeof name === 'string' ? name : toJson(name));
        // Before they run: a listener may change both.
        entry.detail.payload = listToJson(args, 1);
        entry.detail.listeners = toJson(
          safe(() => countListeners(emitter as object, name)) ?? null,
        );
        return entry;
      },
    }),
  );
