import { newestPush } from './newest-push';
import type { Scene } from './scene';

/** Whether the worker has done with the newest push what it is for. */
export const isPushHandled = (scene: Scene): boolean => {
  const id = newestPush(scene)?.outcome.id ?? '';
  return ['shown', 'shown-twice', 'replaced', 'posted-to-page'].includes(id);
};
