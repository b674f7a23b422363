import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { setField } from './support/fields';
import { chooseFrame, openFramed, waitForNames } from './support/frames';
import { prepareStory } from './support/story';

/* AKPush is in one document of a page, and scripts of another one use it. */

const story = prepareStory();

interface Shown {
  severity: string | undefined;
  isGuess: boolean;
  text: string;
  /** The entries that prove it. */
  entries: string[];
}

const waitForFinding = async (panel: Panel, id: string): Promise<Shown> => {
  await panel.waitFor((of) => document.querySelector(`[data-finding="${of}"]`) !== null, id);
  return panel.evaluate((of) => {
    const card = document.querySelector<HTMLElement>(`[data-finding="${of}"]`);
    return {
      severity: card?.dataset.severity,
      isGuess: card?.dataset.guess !== undefined,
      text: card?.textContent ?? '',
      entries: [...(card?.querySelectorAll<HTMLElement>('[data-evidence]') ?? [])].map(
        ({ textContent }) => textContent ?? '',
      ),
    };
  }, id);
};

const findings = (panel: Panel): Promise<(string | undefined)[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-finding]')].map(
      ({ dataset }) => dataset.finding,
    ),
  );

test('the container in the frame, the calls in the page around it: both say so', async () => {
  const { page, panel } = await openFramed(story, 'same', { use: 'top' }, 'diagnosis');
  await waitForNames(panel, [/^Top page$/, /^same/]);
  // What happened before the panel was there is told too: a script has read AKPush.
  const inFrame = await waitForFinding(panel, 'sdk-used-in-other-frame');
  expect(inFrame).toMatchObject({ severity: 'error', isGuess: false });
  expect(inFrame.text).toContain(`${story.demo.site}/framed`);
  expect(inFrame.text).toContain('AKPush is not a constructor');
  expect(inFrame.entries).toHaveLength(1);
  await chooseFrame(panel, /^Top page/);
  const inTop = await waitForFinding(panel, 'sdk-in-other-frame');
  expect(inTop).toMatchObject({ severity: 'error', isGuess: false });
  expect(inTop.text).toContain(`same · ${story.demo.site}/`);
  expect(inTop.text).toContain('contentWindow.AKPush');
  expect(inTop.entries).toHaveLength(1);
  expect(await findings(panel)).toEqual(['sdk-in-other-frame']);
  await page.reload();
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await chooseFrame(panel, /^Top page/);
  await waitForFinding(panel, 'sdk-in-other-frame');
});

test('the container in a frame of another site, which the page may not reach into', async () => {
  const { page, panel } = await openFramed(story, 'cross', { use: 'cross' }, 'diagnosis');
  await waitForNames(panel, [/^Top page$/, /^cross/]);
  await page.reload();
  await waitForNames(panel, [/^Top page$/, /^cross/]);
  await chooseFrame(panel, /^Top page/);
  const found = await waitForFinding(panel, 'sdk-in-other-frame');
  expect(found).toMatchObject({ severity: 'error', isGuess: false });
  expect(found.text).toContain('cross · http://127.0.0.1');
  expect(found.text).toContain('postMessage');
  expect(found.entries.join()).toContain('SecurityError');
});

test.each([
  ['user', 'parent.AKPush'],
  ['cross-user', 'postMessage'],
])('the container in the page, the calls in a frame (%s)', async (kind, advice) => {
  const { page, panel } = await openFramed(story, kind, { top: 'g6' }, 'diagnosis');
  const found = await waitForFinding(panel, 'sdk-used-in-other-frame');
  expect(found).toMatchObject({ severity: 'error', isGuess: false });
  expect(found.text).toContain(`${kind} · http`);
  expect(found.text).toContain('/framed-user ');
  expect(found.text).toContain(advice);
  expect(found.text).toContain('AKPush is not a constructor');
  expect(found.entries).toHaveLength(1);
  // A frame without AKPush is nothing to choose, and is not counted.
  await waitForNames(panel, []);
  await panel.click('#tab-timeline');
  await setField(panel, '[type=search]', `frame:"${kind}"`);
  await panel.waitForRow({ kind: 'error' });
  await panel.click('#tab-diagnosis');
  // One that comes while somebody looks is heard of when it has run.
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await panel.waitFor(
    () => document.querySelector('[data-finding="sdk-used-in-other-frame"]') === null,
  );
  await page.evaluate(
    (src) => void document.body.append(Object.assign(document.createElement('iframe'), { src })),
    '/framed-user?again',
  );
  expect((await waitForFinding(panel, 'sdk-used-in-other-frame')).text).toContain('/framed-user ');
});

test('each has its own: nothing is said', async () => {
  const { panel } = await openFramed(story, 'same', { top: 'g6', use: 'top' }, 'diagnosis');
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await panel.waitFor(() => document.querySelector('[data-verdict]') !== null);
  for (const name of [/^Top page/, /^same/]) {
    await chooseFrame(panel, name);
    await panel.waitFor(() => document.querySelector('[data-check="sdk-in-other-frame"]') !== null);
    expect((await findings(panel)).filter((id) => id?.includes('other-frame'))).toEqual([]);
  }
});
