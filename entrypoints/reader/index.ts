import type { UnlistedScriptDefinition } from 'wxt';
import { kept } from '../../lib/messaging/kept';
import { actOnWorker } from './act-on-worker';
import { changeStorage } from './change-storage';
import { readState } from './read-state';
import { watchState } from './watch-state';

/**
 * The reader: reads and changes what the document's origin holds, in the isolated world, where the page cannot have replaced the methods. The
 * background brings it with the bridge, more than once if need be. It does nothing before the bridge asks.
 */
export default {
  globalName: false,
  main() {
    kept().reader ??= { watch: watchState(readState), changeStorage, actOnWorker };
  },
} satisfies UnlistedScriptDefinition;
