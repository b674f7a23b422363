import { describe, expect, test } from 'vitest';
import { can } from './support/can';
import { setField } from './support/fields';
import { chooseFirebase, chooseReal, openPush, sendPush } from './support/pushes';
import { prepareStory } from './support/story';

/*
 * Every push mode's template and every push that is broken on purpose, by every way to a worker: into it, in Chromium, and as a real push. One shop and
 * one panel a mode and way: pushes follow each other as when somebody tries things.
 */

const story = prepareStory();

type Mode = 'firebase' | 'safari' | 'pull';
type Sent = readonly (readonly [id: string, outcome: string])[];

/** What is sent, in this order: `template` or a button's id, and the outcome. */
const intoWorker: Record<Mode, Sent> = {
  firebase: [
    ['template', 'posted-to-page'],
    ['longest', 'posted-to-page'],
    ['empty', 'handler-threw'],
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
    ['template', 'shown'],
    ['no-title', 'shown'],
    ['malformed', 'content-failed'],
    ['error-answer', 'content-failed'],
    ['empty', 'content-failed'],
    ['not-json', 'content-failed'],
    ['no-data', 'content-failed'],
  ],
};

/** Firefox lets nobody see how a handler fails. Each that shows nothing takes as long as a worker is watched. */
const real: Record<Mode, Sent> = {
  firebase: [
    ['template', 'shown'],
    ['longest', 'shown'],
    ['empty', can.debug ? 'handler-threw' : 'not-delivered'],
    ['malformed', 'handler-threw'],
    ['not-json', 'handler-threw'],
    // The SDK's own listener throws, and Firebase's shows it.
    ['no-hub-link', 'shown'],
  ],
  safari: intoWorker.safari,
  pull: [
    ['template', 'shown'],
    // The same again: the equal notification was there before.
    ['template', 'shown'],
    ['no-title', 'shown'],
    ['malformed', 'content-failed'],
    ['error-answer', 'content-failed'],
  ],
};

/** What is no JSON object Firebase takes from nobody. */
const firebase: Partial<Record<Mode, Sent>> = {
  firebase: [
    ['template', 'shown'],
    ['empty', 'handler-threw'],
    ['no-hub-link', 'shown'],
  ],
};

const ways: Record<string, Partial<Record<Mode, Sent>>> = can.debug
  ? { worker: intoWorker, real, firebase }
  : { real };
const cases = Object.entries(ways).flatMap(([way, modes]) =>
  Object.entries(modes).map(([mode, sent]) => ({ way, mode, sent })),
);

describe('templates and pushes that are broken on purpose', () => {
  test.each(cases)('$way, $mode', async ({ way, mode, sent }) => {
    // Nobody has the private half of Firebase's own key: the shop's own is given to the subscription.
    const isUnsendable = way === 'real' && mode === 'firebase';
    const variant: Record<string, string> = isUnsendable ? { mode, keyed: 'always' } : { mode };
    const { page, panel } = await openPush(story, variant);
    if (way === 'real') await chooseReal(panel);
    if (way === 'firebase') await chooseFirebase(panel, story.demo.google.serviceAccount());
    for (const [id, outcome] of sent) {
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
