import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import { truthOptions } from '../truth/truth-options';
import { can } from './support/can';
import { type Command, prepareCommand } from './support/command';
import { waitForFindings } from './support/findings';
import { openFramed, readPicker } from './support/frames';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/* AKPush in frames: the command judges the frame that the panel shows, and finds what the panel finds. */

const story = prepareStory();
let command: Command;

beforeAll(() => {
  command = prepareCommand(truthOptions.browser, ['--push-service', 'double']);
});
afterAll(() => command?.clear());

const check = async (
  frames: string,
  more: Readonly<Record<string, string>> = {},
): Promise<PageResult> => {
  const { report, errors } = await command.run(story.shopUrl({ frames, ...more }, '/framed'));
  const [page] = report?.pages ?? [];
  if (!page) throw new Error(`no report: ${errors}`);
  return page;
};

/** Nobody was asked for notifications yet, as in the command's browser. */
const askNobody = async (): Promise<void> => {
  const other = new URL(story.demo.site);
  other.hostname = '127.0.0.1';
  for (const { origin } of [other, new URL(story.demo.site)])
    await story.browser.setNotifications(origin, 'prompt');
};

/**
 * What the command finds besides. A document with an opaque origin has none of the site's permissions in Firefox; the extension's Firefox allows
 * notifications on all sites.
 */
const besides = (frames: string): readonly string[] =>
  truthOptions.browser === 'firefox' && frames === 'sandbox' ? ['permission-not-asked'] : [];

/** Looks at a page of frames with the panel and the command, and holds what they say against each other. */
const compare = async (
  frames: string,
  variant: Readonly<Record<string, string>> = {},
): Promise<PageResult> => {
  await askNobody();
  const given = { prompt: 'browser', ...variant };
  const result = await check(frames, given);
  expect(result.problem).toBeNull();
  const more = besides(frames);
  const found = (result.diagnosis?.findings ?? [])
    .map(({ id }) => id)
    .filter((id) => !more.includes(id));
  const { page, panel } = await openFramed(story, frames, given, 'diagnosis');
  await panel.waitFor(() => document.querySelector('[data-verdict]') !== null);
  // The command is there from the beginning.
  await page.reload();
  await waitForFindings(panel, found);
  // While another document is read the panel has none.
  await panel.waitFor(
    (wanted) => document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict === wanted,
    result.diagnosis?.verdict.id,
  );
  const { frame } = result;
  const wanted = frame ? new RegExp(`^${frame.name} · `) : /^Top page$/;
  await poll('frame in the picker', async () =>
    wanted.test((await readPicker(panel)).shown ?? 'Top page'),
  );
  return result;
};

describe('the frame that has AKPush is judged', () => {
  test.each(['same', 'cross', 'srcdoc', 'sandbox', 'sandbox-same'])('%s', async (kind) => {
    const { frame, otherFrames, unwatched } = await compare(kind);
    expect(frame?.name).toBe(kind);
    expect([otherFrames, unwatched]).toEqual([undefined, undefined]);
  });

  test('one in another', async () => {
    expect((await compare('nested')).frame?.name).toBe('same');
  });

  test('one that a page has made empty, and writes into', async () => {
    // The command sees it from its beginning in Firefox too, where no extension can.
    const { problem, frame } = can.enterEmptyFrames ? await compare('blank') : await check('blank');
    expect(problem).toBeNull();
    expect(frame).toEqual({ name: 'blank', url: 'about:blank' });
  });
});

test('the page itself is, where it has AKPush too, and the frames are told of', async () => {
  const { frame, otherFrames } = await compare('same,cross,srcdoc', { top: 'g6' });
  expect(frame).toBeUndefined();
  expect(otherFrames).toHaveLength(3);
});

test.each([
  ['same', { use: 'top' }, 'sdk-used-in-other-frame'],
  ['cross', { use: 'cross' }, 'sdk-used-in-other-frame'],
  ['user', { top: 'g6' }, 'sdk-used-in-other-frame'],
  ['cross-user', { top: 'g6' }, 'sdk-used-in-other-frame'],
] as const)('AKPush in one document, and its use in another: %s, %o', async (frames, more, id) => {
  const { diagnosis } = await compare(frames, more);
  expect(diagnosis?.findings.map((each) => each.id)).toContain(id);
});
