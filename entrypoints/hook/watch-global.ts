import { instrument } from './instrument';
import { defineProperty, getOwnPropertyDescriptor, queueTask, read, safe } from './natives';
import { firstScript, stackHere } from './stack';
import { adoptInstances, cannotReplace, type How, scanAgain, watchSdk } from './watch-sdk';

const name = 'AKPush';

/**
 * Looks at the global itself and takes what is there for an SDK. `how` is known when our accessor was called;
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

/** The global was set a moment ago. */
export const takeAssigned = (): void => look(firstScript(stackHere()), 'assigned');

/**
 * Looks for an SDK that came without calling our accessor, and for members added to the one that is known. `event`: a script's `load`, which
 * tells who brought it.
 */
export const lookAgain = (event?: Event): void => {
  safe(() => {
    const target = read(event, 'target');
    look(read(target, 'localName') === 'script' ? (read(target, 'src') as string) : '');
  });
  safe(scanAgain);
};
