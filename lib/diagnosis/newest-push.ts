import type { Scene } from './scene';

/** Events of a worker that are no pushes. */
const events: readonly string[] = [
  'notificationclick',
  'notificationclose',
  'pushsubscriptionchange',
];

/** The newest push of which it is known what became. */
export const newestPush = (scene: Scene): ReturnType<Scene['pushes']>[number] | undefined =>
  scene
    .pushes()
    .find(({ push, outcome }) => !events.includes(push.name) && outcome.id !== 'running');
