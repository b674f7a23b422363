import { instrument } from './instrument';
import { keepListening } from './listening';
import { defineProperty, getOwnPropertyDescriptor, queueTask, read, safe } from './natives';
import { firstScript, stackHere } from './stack';
import { adoptInstances, cannotReplace, type How, scanAgain, watchSdk } from './watch-sdk';

const name = 'AKPush';

let isStopped = false;

/**
 * Looks at the global itself and takes what is there for an SDK. `how` is known when our accessor was called or the hook just started;
 * else the page has defined the property anew, or a function declaration at a script's top level (G1) has replaced our accessor without
 * calling it: that one cannot be configured.
 */
const look = (script: string, how?: How): void => {
  const property = getOwnPropertyDescriptor(window, name);
  if (!property) return;
  const { value, configurable } = property;
  const shown = watchSdk(value, how ?? (configurable ? 'assigned' : 'declared'), script);
  if (!shown) return;
  if (shown !== value && !defineProperty(window, name, { value: shown })) cannotReplace();
  // At once: the SDK's first requests may come from the very next line.
  safe(instrument);
  if (how !== 'assigned') adoptInstances();
  // A build may add `events` or methods after it has set the global.
  queueTask(scanAgain);
};

/** The page (or the SDK) sets `window.AKPush`: it becomes the data property that it would be without the hook. */
const assigned = (value: unknown): void => {
  const property = { configurable: true, enumerable: true };
  // The SDK sets the global only if it is not set: after `undefined` or `null`, keep waiting for that.
  if (!value) defineProperty(window, name, { ...property, get: () => value, set: assigned });
  else {
    defineProperty(window, name, { ...property, writable: true, value });
    safe(() => look(firstScript(stackHere()), 'assigned'));
  }
};

/** Looks for an SDK that came without calling our accessor, and for members added to the one that is known. */
export const lookAgain = (script = ''): void => {
  if (isStopped) return;
  safe(() => look(script));
  safe(scanAgain);
};

const onLoad = (event: Event): void => {
  safe(() => {
    const target = read(event, 'target');
    lookAgain(read(target, 'localName') === 'script' ? (read(target, 'src') as string) : '');
  });
};

/**
 * Waits for `window.AKPush` with one accessor that the page can overwrite, and one listener that hears of each loaded script and of the
 * end of parsing. (A MutationObserver would hear of inline scripts too, at several times the cost of all else here.)
 */
export const watchGlobal = (): void => {
  const property = getOwnPropertyDescriptor(window, name);
  if (!property)
    defineProperty(window, name, {
      configurable: true,
      enumerable: false,
      get: () => undefined,
      set: assigned,
    });
  else safe(() => look('', 'already-there'));
  keepListening(document, 'load', onLoad, true);
  keepListening(document, 'DOMContentLoaded', onLoad);
};

/** Stops watching; what the page has stays as it is. */
export const unwatchGlobal = (): void => {
  isStopped = true;
  const property = getOwnPropertyDescriptor(window, name);
  if (property?.set === assigned && !property.enumerable) delete window[name as never];
};
