import { describe, expect, test } from 'vitest';
import { demoVapidKeys } from '../demo/server';
import { setField } from './support/fields';
import { openPush, sendPush } from './support/pushes';
import { prepareStory } from './support/story';

/*
 * Every push mode's template and every push that is broken on purpose, by the browser's best way: into the worker in Chromium, a real one in
 * Firefox. One shop and one panel a mode: pushes follow each other as when somebody tries things.
 */

const story = prepareStory();
const isFirefox = process.env.BROWSER === 'firefox';

type Mode = 'firebase' | 'safari' | 'pull';

/** What is sent, in this order: `template` or a button's id, and the outcome. Firefox lets nobody see how a handler fails. */
const expected: Record<Mode, readonly [string, string][]> = {
  firebase: [
    ['template', isFirefox ? 'shown' : 'posted-to-page'],
    ['longest', isFirefox ? 'shown' : 'posted-to-page'],
    ['empty', isFirefox ? 'not-delivered' : 'handler-threw'],
    ['malformed', 'handler-threw'],
    ['not-json', 'handler-threw'],
    ['no-hub-link', 'handler-threw'],
  ],
  safari: [
    ['template', 'shown'],
    ['no-title', 'shown'],
    ['longest', 'shown'],
    ['malformed', 'handler-threw'],
    ['no-hub-link', 'handler-threw'],
  ],
  pull: [
    ['template', 'shown'],
    // The same again: in Firefox the equal notification was there before.
    ['template', 'shown'],
    ['no-title', 'shown'],
    ['malformed', 'content-failed'],
    ['error-answer', 'content-failed'],
    // Each takes as long as Firefox is watched.
    ...((isFirefox ? [] : ['empty', 'not-json', 'no-data']).map((id) => [id, 'content-failed']) as [
      string,
      string,
    ][]),
  ],
};

describe('templates and pushes that are broken on purpose', () => {
  test.each(['firebase', 'safari', 'pull'] as const)('%s', async (mode) => {
    const { page, panel } = await openPush(story, { mode });
    if (isFirefox && mode !== 'pull')
      await setField(panel, '[name=push-vapidPrivate]', demoVapidKeys.privateKey);
    for (const [id, outcome] of expected[mode]) {
      if (id !== 'template') await panel.click(`[data-break="${id}"]`);
      const { text } = await sendPush(panel, outcome).catch((error: Error) => {
        throw new Error(`${mode}, ${id}: ${error.message}`);
      });
      if (outcome === 'handler-threw' || outcome === 'content-failed')
        expect(text, id).toContain('What to do');
    }
    expect(page.consoleErrors.filter((each) => each.includes('akpush-inspector'))).toEqual([]);
  });
});

test('what was written before a broken push comes back', async () => {
  const { panel } = await openPush(story, { mode: 'safari' });
  await setField(panel, '[name=push-title]', 'Written by hand');
  for (const id of ['malformed', 'empty']) await panel.click(`[data-break="${id}"]`);
  await panel.click('[data-action=undo-break]');
  await panel.waitFor(
    () =>
      document.querySelector<HTMLInputElement>('[name=push-title]')?.value === 'Written by hand',
  );
  expect(await panel.evaluate(() => document.querySelector('[data-action=undo-break]'))).toBeNull();
});
