import { expect, test, vi } from 'vitest';
import { goTo } from '../../cli/serve/go-to';
import { emptySession, type Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { makePage } from '../support/make-session';

/** A tab with a session, and a browser that answers before the page has come. `shown`: what the tab's address is, and what document the browser then shows. */
const makeTab = (address: string, shown = address) => {
  let session: Session = emptySession;
  let wake = (): void => {};
  const open = {
    go: vi.fn(async () => {}),
    isolated: async (expression: string) =>
      (expression === 'location.href' ? address : [200, shown]) as never,
  };
  const watched = {
    session: () => session,
    changed: () => new Promise<void>((resolve) => (wake = resolve)),
  };
  const show = (document: string): void => {
    session = reduce(session, { type: 'page', info: makePage({ document }), preserve: false });
    wake();
  };
  return { open, watched, show };
};

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test('ends when the session has another document, not when the browser answers', async () => {
  const { open, watched, show } = makeTab('https://shop.example/old');
  show('old');
  let isThere = false;
  const going = goTo(open, watched, 'https://shop.example/new', 5_000).then(() => {
    isThere = true;
  });
  await soon();
  show('old');
  await soon();
  expect(open.go).toHaveBeenCalledWith('https://shop.example/new');
  expect(isThere).toBe(false);
  show('new');
  await going;
  expect(isThere).toBe(true);
});

test('the first page of a tab is waited for too', async () => {
  const { open, watched, show } = makeTab('about:blank');
  let isThere = false;
  const going = goTo(open, watched, 'https://shop.example/', 5_000).then(() => {
    isThere = true;
  });
  await soon();
  expect(isThere).toBe(false);
  show('first');
  await going;
  expect(isThere).toBe(true);
});

test.each([
  ['https://shop.example/a?b', 'https://shop.example/a?b#c', true],
  ['https://shop.example/a?b#d', 'https://shop.example/a?b#c', true],
  ['https://shop.example/a?b', 'https://shop.example/a?b', false],
  ['https://shop.example/a?b#c', 'https://shop.example/a?b', false],
  ['https://shop.example/a', 'https://shop.example/b#c', false],
])('from %s to %s stays in the document: %s', async (from, to, isSame) => {
  const { open, watched, show } = makeTab(from);
  show('first');
  const going = goTo(open, watched, to, 50);
  if (isSame) await going;
  else
    await expect(going).rejects.toMatchObject({
      code: 'unreachable',
      message: `${to} has not come after 0.05 s.`,
    });
});

test('a page of the browser’s own, in place of the one that was asked for, is told as that', async () => {
  const { open, watched, show } = makeTab('about:blank', 'about:neterror?e=connectionFailure&u=x');
  const going = goTo(open, watched, 'http://127.0.0.1:1/', 5_000);
  await soon();
  show('error');
  await expect(going).rejects.toMatchObject({
    status: 502,
    code: 'unreachable',
    message: 'about:neterror?e=connectionFailure',
  });
});

test('what the browser says at once is told', async () => {
  const { open, watched } = makeTab('about:blank');
  open.go.mockRejectedValue(new Error('net::ERR_CONNECTION_REFUSED\n  at somewhere'));
  await expect(goTo(open, watched, 'http://127.0.0.1:1/', 5_000)).rejects.toMatchObject({
    code: 'unreachable',
    message: 'net::ERR_CONNECTION_REFUSED',
  });
});
