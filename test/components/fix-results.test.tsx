// @vitest-environment happy-dom
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { CallActions } from '../../lib/calls/call-actions';
import { diagnoseInput } from '../../lib/diagnosis/diagnose-session';
import { fixIds } from '../../lib/diagnosis/finding';
import { checkupSteps } from '../../lib/model/checkup';
import type { ScriptReport } from '../../lib/model/script-report';
import type { PanelActions } from '../../lib/state/panel-actions';
import { builds, partsOf } from '../support/builds';
import { makeInput, type SceneParts } from '../support/make-input';
import { ruleInputs } from '../support/rule-inputs';
import { openView } from './open-view';

/* Each button of a finding leaves a result that can be seen in its card. */

afterEach(cleanup);

/** A scene in which a finding offers a fix. */
const sceneWith = (fix: string, hasCall = fix === 'init-again'): [SceneParts, finding: string] => {
  for (const build of builds) {
    if (build.generation === 'none' || build.engine !== 'chromium') continue;
    const parts = partsOf(build);
    for (const [id, make] of Object.entries(ruleInputs)) {
      const scene = {
        entries: parts.entries(),
        state: parts.state(),
        ...make(parts),
        engine: build.engine,
      };
      const found = diagnoseInput(makeInput(scene)).findings.find((each) => each.id === id);
      const isCalled = scene.entries.some(({ name }) => name === 'initSubscription');
      if (fix === 'init-again' && isCalled !== hasCall) continue;
      if (found?.fixes?.some((each) => each === fix)) return [scene, id];
    }
  }
  throw new Error(`no scene with ${fix}`);
};

/** The panel with a scene's Diagnosis open. */
const open = (
  scene: SceneParts,
  actions: Partial<PanelActions> = {},
  calls: Partial<CallActions> = {},
) => openView('diagnosis', scene, {}, actions, calls);

test.each(fixIds)('%s', async (fix) => {
  const [scene, id] = sceneWith(fix);
  const { wait, click } = await open(scene);
  const card = await wait(`[data-finding="${id}"]`);
  const before = card.textContent;
  await click(`[data-finding="${id}"] [data-action="${fix}"]`);
  if (card.querySelector('[data-action="confirm"]')) await click('[data-action="confirm"]');
  await wait(`[data-finding="${id}"] [data-fix-action="${fix}"]`);
  expect(card.textContent).not.toBe(before);
});

test('what the server answers now is said in the card, with the place that has the rest', async () => {
  const [scene, id] = sceneWith('inspect-script');
  const report = { httpStatus: 404, mime: 'text/html' } as ScriptReport;
  const { wait, click } = await open(scene, { fetchScript: async () => report });
  await click(`[data-finding="${id}"] [data-action="inspect-script"]`);
  const result = await wait(`[data-finding="${id}"] [data-fix-result]`);
  expect(result.textContent).toContain('HTTP 404, text/html');
  expect(result.parentElement?.textContent).toMatch(/[^.]\. The server/);
  await click(`[data-finding="${id}"] [data-fix-result] [data-place="state"]`);
  const heading = await wait('#state-workers');
  expect(document.activeElement).toBe(heading);
  expect(heading.classList.contains('is-gone-to')).toBe(true);
});

test('a call that is made again is shown with its arguments first', async () => {
  const [scene, id] = sceneWith('init-again');
  const { wait, click } = await open(scene);
  await click(`[data-finding="${id}"] [data-action="init-again"]`);
  const dialog = await wait(`[data-finding="${id}"] [role="alertdialog"]`);
  expect(dialog.textContent).toMatch(/initSubscription\(.*\)/);
});

test('the verdict leads to the finding that it names, and says no more of it', async () => {
  const [scene, id] = sceneWith('inspect-script');
  const { wait, click } = await open(scene);
  expect((await wait('[data-verdict]')).textContent).not.toContain('Next:');
  await click('[data-action="show-finding"]');
  expect(document.activeElement).toBe(await wait(`[data-finding="${id}"]`));
});

test('the checkup is on the first screen: its steps can be read before it begins', async () => {
  const { wait, click, container } = await open({});
  await click('[data-action="run-checkup"]');
  await wait('[data-checkup-step="init"]');
  const steps = [...container.querySelectorAll('[data-checkup-step]')];
  expect(steps).toHaveLength(checkupSteps.length);
  expect(steps.every((step) => (step as HTMLElement).dataset.status === 'waiting')).toBe(true);
});

test('while a click is waited for, that is said; one that was cancelled leaves nothing', async () => {
  const [scene, id] = sceneWith('ask-permission');
  let cancel = () => {};
  const askPermission = () =>
    new Promise<boolean>((resolve) => {
      cancel = () => resolve(false);
    });
  const dropClick = () => cancel();
  const { wait, click, container } = await open(scene, {}, { askPermission, dropClick });
  for (const end of [() => cancel(), () => click('[data-action="forget-fix"]')]) {
    await click(`[data-finding="${id}"] [data-action="ask-permission"]`);
    const note = await wait('[data-fix="running"]');
    expect(note.textContent).toContain('Click in the page');
    expect(note.querySelector('button')?.textContent).toBe('Cancel');
    await end();
    await waitFor(() => expect(container.querySelector('[data-fix]')).toBeNull());
    await waitFor(() => expect(container.querySelector('[aria-disabled]')).toBeNull());
  }
});

test('a call that has to be made in the form is not called done, and need not be waited for', async () => {
  const [scene, id] = sceneWith('init-again', false);
  const { wait, click, container } = await open(scene);
  await click(`[data-finding="${id}"] [data-action="init-again"]`);
  await wait('[data-view="calls"]');
  await click('#tab-diagnosis');
  const note = await wait('[data-fix="running"]');
  expect(note.textContent).toContain('Run the call in Calls');
  await click('[data-action="forget-fix"]');
  expect(container.querySelector('[data-fix]')).toBeNull();
});

test('a link of the chain without a finding opens the section of State that is about it', async () => {
  const { wait, click } = await open({});
  await click('[data-node="token"] button');
  const heading = await wait('#state-cache');
  await waitFor(() => expect(document.activeElement).toBe(heading));
});
