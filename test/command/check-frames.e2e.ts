import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import { prepareCheckedShop, seenOf, works } from '../e2e/support/checked-shop';
import { type FramingSite, startFramingSite } from '../support/framing-site';

/* AKPush in frames of the page: what is done there, frames that come and go, and more of them than anybody would look at. test/e2e/frames-command.e2e.ts holds what is found against the panel. */

const shop = prepareCheckedShop();
let site: FramingSite;

beforeAll(async () => {
  site = await startFramingSite(`${shop.demo.site}/ak-push.js?sdk=g6`);
});
afterAll(() => site?.close());

const check = async (url: string, ...args: string[]): Promise<PageResult> => {
  const { report, errors } = await shop.command.run(url, ...args);
  const [page] = report?.pages ?? [];
  if (!page) throw new Error(`no report: ${errors}`);
  return page;
};
const idsOf = ({ diagnosis }: PageResult): string[] =>
  (diagnosis?.findings ?? []).map(({ id }) => id);

test('a page in a frame subscribes and shows a push, and every report names the frame', async () => {
  const url = shop.url('/framed', { frames: 'same' });
  const { report, output } = await shop.command.run(
    ...[url, '--scenario', 'push', '--save-session', 'saved.json'],
    ...['--junit', 'a.xml', '--markdown', 'a.md', '--html', 'a.html'],
  );
  const [page] = report?.pages ?? [];
  expect(seenOf(page)).toEqual(works);
  expect(page?.push?.outcome).toBe('shown');
  expect(page?.frame?.name).toBe('same');
  const title = `same · ${page?.frame?.url}`;
  expect(output).toContain(title);
  expect(shop.command.read('a.xml')).toContain('<property name="frames"');
  expect(shop.command.read('a.md')).toContain('of the frame same');
  const { pages } = JSON.parse(shop.command.read('saved.json')) as {
    pages: { frame: number; sdk: boolean }[];
  };
  expect(pages.map(({ frame, sdk }) => [frame, sdk])).toEqual([
    [0, false],
    [1, true],
  ]);
});

test('a scenario stays in its frame where the page gets AKPush of its own later', async () => {
  const page = await check(site.url('/top-later'), '--scenario', 'subscribe');
  expect(page.problem).toBeNull();
  expect(page.frame?.url).toBe(site.url('/brings'));
  expect(page.otherFrames).toEqual([site.url('/top-later')]);
});

test.each([
  ['/banner', (url: string) => url],
  ['/banner-other-site', (url: string) => url.replace('localhost', '127.0.0.1')],
])('a click that brings AKPush in a frame, which subscribes: %s', async (path, inFrame) => {
  const page = await check(site.url(path), '--click', '#accept');
  expect(page.problem).toBeNull();
  expect(page.frame?.url).toBe(inFrame(site.url('/subscribes')));
  expect(idsOf(page)).not.toContain('no-sdk');
});

test.each(['/late', '/moves-in-frame'])(
  'a frame that comes, or becomes what it is, later: %s',
  async (path) => {
    const page = await check(site.url(path));
    expect(page.problem).toBeNull();
    expect(page.frame?.url).toBe(site.url('/sdk'));
    expect(idsOf(page)).not.toContain('no-sdk');
  },
);

test('a frame whose AKPush is no assignment', async () => {
  const page = await check(site.url('/defined-in-frame'));
  expect(page.frame?.url).toBe(site.url('/defined'));
  expect(idsOf(page)).not.toContain('no-sdk');
});

test('frames of a page that is left are no matter of the next one', async () => {
  const page = await check(site.url('/leaves'));
  expect(page).toMatchObject({ problem: null });
  expect([page.frame, page.otherFrames, page.unwatched]).toEqual([undefined, undefined, undefined]);
  expect(idsOf(page)).not.toContain('no-sdk');
});

test.each(['/odd', '/50', '/300', '/loop', '/churn'])(
  'frames without AKPush, however many, and whatever they do: %s',
  async (path) => {
    const page = await check(site.url(path));
    expect(page.problem).toBeNull();
    expect(idsOf(page)).toEqual(['no-sdk']);
    expect([page.frame, page.unwatched]).toEqual([undefined, undefined]);
  },
);

test('of very many frames with AKPush one is judged, some are watched, and it is said that others are not', async () => {
  const page = await check(site.url('/300-sdk'));
  expect(page.problem).toBeNull();
  expect(page.frame?.url).toBe(site.url('/sdk'));
  expect(page.otherFrames).toHaveLength(19);
  expect(page.unwatched?.length).toBeGreaterThan(0);
});
