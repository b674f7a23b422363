import type { requestBodies } from './requests';

/** A request that is answered. */
export interface Route {
  id: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** With `{id}` of a session, and `{method}` of the SDK. */
  path: string;
  body?: keyof typeof requestBodies;
  /** What it does and answers, for the description. */
  summary: string;
}

/** All of them; docs/serve.openapi.json is made of this. */
export const routes = [
  {
    id: 'create',
    method: 'POST',
    path: '/sessions',
    body: 'create',
    summary: 'Starts a browser with a fresh profile, and opens a page where one is named: {id}',
  },
  {
    id: 'goto',
    method: 'POST',
    path: '/sessions/{id}/goto',
    body: 'goto',
    summary: 'Opens a page; ends when its document has come: {missed}',
  },
  {
    id: 'subscribe',
    method: 'POST',
    path: '/sessions/{id}/subscribe',
    body: 'subscribe',
    summary: 'Subscribes as a visitor who has just clicked: an outcome',
  },
  {
    id: 'click',
    method: 'POST',
    path: '/sessions/{id}/click',
    body: 'click',
    summary: 'Clicks an element: {}',
  },
  {
    id: 'call',
    method: 'POST',
    path: '/sessions/{id}/call',
    body: 'call',
    summary: 'Calls a method of the SDK: an outcome',
  },
  {
    id: 'push',
    method: 'POST',
    path: '/sessions/{id}/push',
    body: 'push',
    summary: 'Gives the worker a push (Chromium): {shown}, the notifications',
  },
  {
    id: 'diagnosis',
    method: 'GET',
    path: '/sessions/{id}/diagnosis',
    summary: 'What is right and wrong: {verdict, chain, findings, checks}',
  },
  {
    id: 'outcome',
    method: 'GET',
    path: '/sessions/{id}/outcome/{method}',
    summary: 'What became of the last call of a method: an outcome',
  },
  {
    id: 'entries',
    method: 'GET',
    path: '/sessions/{id}/entries',
    summary: 'What was recorded: {entries}',
  },
  {
    id: 'session',
    method: 'GET',
    path: '/sessions/{id}/session',
    summary: 'A session file, which the panel opens',
  },
  {
    id: 'end',
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'Ends the browser, and removes its profile: {}',
  },
] as const satisfies readonly Route[];

export type RouteId = (typeof routes)[number]['id'];

/** What a request's address names; `undefined`: nothing that there is. `allowed`: what could be done there. */
export const findRoute = (
  method: string,
  pathname: string,
): { id: RouteId; values: string[] } | { allowed: string[] } => {
  const given = pathname.split('/');
  const fits = routes.flatMap((route) => {
    const parts = route.path.split('/');
    if (parts.length !== given.length) return [];
    const isFit = parts.every((part, index) => part.startsWith('{') || part === given[index]);
    const values = parts.flatMap((part, index) =>
      part.startsWith('{') ? [given[index] ?? ''] : [],
    );
    return isFit ? [{ route, values }] : [];
  });
  const found = fits.find(({ route }) => route.method === method);
  if (found) return { id: found.route.id, values: found.values };
  return { allowed: fits.map(({ route }) => route.method) };
};
