import { draft, end } from './log';
import { call, holderOf, listen, memory, read, safe } from './natives';
import { toJson } from './to-json';
import { awaitOwn } from './watch-promise';

/** Scopes of registrations, of their push managers and of the workers that are listened to. */
const scopes = memory<string>();

/** Scope of the registration that a push manager belongs to, where the hook has met the registration. */
export const scopeOf = (manager: unknown): string | null =>
  safe(() => scopes.known(manager)) ?? null;

/** The state's word in the timeline: the registration's role where the browser names the state otherwise. */
const stateName = (state: string): string =>
  state === 'installed' ? 'waiting' : state === 'activated' ? 'active' : state;

const recordState = (name: string, worker: unknown): void => {
  const entry = draft('worker', name);
  entry.detail.script = toJson(read(worker, 'scriptURL') ?? null);
  entry.detail.scope = toJson(worker ? scopeOf(worker) : null);
  end(entry, 'ok');
};

/** Follows a worker's states from now on; returns whether it is new. */
const followWorker = (worker: unknown, scope: string): boolean => {
  if (!worker || scopes.known(worker) !== undefined) return false;
  scopes.know(worker, scope);
  listen(worker, 'statechange', () => {
    safe(() => recordState(stateName(read(worker, 'state') as string), worker));
  });
  return true;
};

/** Follows a registration's workers from now on; returns its scope, `null` for anything else. */
export const followRegistration = (registration: unknown): string | null =>
  safe(() => {
    const scope = read(registration, 'scope') as string;
    // A first registration may have begun to install before anybody could listen.
    const found = (): void => {
      safe(() => {
        const installing = read(registration, 'installing');
        if (followWorker(installing, scope)) recordState('installing', installing);
      });
    };
    if (scopes.known(registration) === undefined) {
      scopes.know(registration, scope);
      safe(() => scopes.know(read(registration, 'pushManager'), scope));
      listen(registration, 'updatefound', found);
      found();
      followWorker(read(registration, 'waiting'), scope);
      followWorker(read(registration, 'active'), scope);
    }
    return scope;
  }) ?? null;

/** Follows the workers that are there already, and the page's controller. */
export const watchWorkers = (): void => {
  const container = read(read(window, 'navigator'), 'serviceWorker');
  listen(container, 'controllerchange', () => {
    safe(() => recordState('controllerchange', read(container, 'controller')));
  });
  // A promise that is resolved with a list asks it for its `then`, which a page can have put there.
  if (holderOf([], 'then')) return;
  const follow = (registrations: ArrayLike<unknown>): void => {
    for (let i = 0; i < registrations.length; i++) followRegistration(registrations[i]);
  };
  awaitOwn(call(container, 'getRegistrations'), follow);
};
