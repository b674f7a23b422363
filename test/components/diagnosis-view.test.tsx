// @vitest-environment happy-dom
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import '../../components/views/diagnosis/CheckExplanation';
import { answers, type Check } from '../../lib/diagnosis/check';
import { diagnoseInput } from '../../lib/diagnosis/diagnose-session';
import { nodeIds } from '../../lib/diagnosis/finding';
import type { PageState } from '../../lib/model/page-state';
import { builds, partsOf } from '../support/builds';
import { makeInput, type SceneParts } from '../support/make-input';
import { makeState } from '../support/make-state';
import { ruleInputs } from '../support/rule-inputs';
import { openView } from './open-view';

/* The Diagnosis view explains itself: its links, its checks, its buttons, what is muted. */

afterEach(cleanup);

const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
/** A scene with a link that needs attention and is not broken. */
const warned = (): SceneParts => {
  for (const build of builds) {
    if (build.generation === 'none' || build.engine !== 'chromium') continue;
    const parts = partsOf(build);
    for (const make of Object.values(ruleInputs)) {
      const scene = { entries: parts.entries(), state: parts.state(), ...make(parts) };
      const { chain } = diagnoseInput(makeInput(scene));
      if (chain.nodes.some(({ sign, state }) => sign === 'attention' && state === 'ok'))
        return scene;
    }
  }
  throw new Error('no scene with a warning');
};

const open = async (scene: SceneParts = { state: denied }) => {
  const app = await openView('diagnosis', scene);
  await app.wait('[data-view="diagnosis"][data-read]');
  return app;
};

const cards = (state: PageState) => diagnoseInput(makeInput({ state })).findings;

describe('a link of the chain', () => {
  test('says what it stands for under the pointer, and with the focus', async () => {
    const { wait, find, user } = await open();
    const about = () => find('.chain-about p');
    expect(about()?.textContent).toContain('○ not yet');
    const link = await wait('[data-node="push-service"] button');
    await user.hover(link);
    expect(about()?.dataset.about).toBe('push-service');
    expect(about()?.textContent).toContain('The browser vendor’s server');
    await user.unhover(link);
    expect(about()?.textContent).toContain('○ not yet');
    link.focus();
    await waitFor(() => expect(about()?.dataset.about).toBe('push-service'));
  });

  test('is described to a screen reader, and by a button that needs neither pointer nor focus', async () => {
    const { find, click } = await open();
    for (const id of nodeIds) {
      const described = find(`[data-node="${id}"] button`)?.getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(described)?.textContent, id).toMatch(/\w+ .+\.|\?$/);
    }
    const list = () => find('.chain-list');
    expect(list()?.hidden).toBe(true);
    await click('[data-action="explain-chain"]');
    expect(find('[data-action="explain-chain"]')?.getAttribute('aria-expanded')).toBe('true');
    expect(list()?.hidden).toBe(false);
    expect(list()?.querySelectorAll('dt')).toHaveLength(nodeIds.length);
  });

  test('that needs attention is said to do so, not to work', async () => {
    const { container } = await open(warned());
    const nodes = [...container.querySelectorAll<HTMLElement>('[data-node]')].filter((node) =>
      node.querySelector('[data-sign="attention"]'),
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node.textContent).toContain('needs attention.');
      expect(node.textContent).not.toContain('works.');
    }
  });
});

describe('a check', () => {
  test('of each answer says what it looks at, and why it has answered so', async () => {
    const { find, click, wait } = await open();
    await click('[data-part="checked"] summary');
    const seen = answers.filter((answer) => find(`[data-answer="${answer}"]`));
    expect(seen).toEqual(expect.arrayContaining(['found', 'not-known-yet', 'passed']));
    for (const answer of seen) {
      const row = `[data-check][data-answer="${answer}"]`;
      const button = await wait(`${row} [data-action="explain-check"]`);
      expect(button.getAttribute('aria-expanded')).toBe('false');
      button.focus();
      button.click();
      await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
      const box = document.getElementById(button.getAttribute('aria-controls') ?? '');
      expect(box?.closest(row)).not.toBeNull();
      await waitFor(() =>
        expect(box?.textContent, answer).toMatch(/Looks at: \w.*Why this answer: \w/),
      );
      expect(box?.querySelector<HTMLAnchorElement>('a')?.href).toMatch(/^https:/);
    }
  });

  test('that has found something leads to its card, and to none where that is muted', async () => {
    const { click, wait, find } = await open();
    const row = '[data-check="permission-denied"]';
    await click('[data-part="checked"] summary');
    await click(`${row} [data-action="explain-check"]`);
    await click(`${row} [data-action="show-found"]`);
    expect(document.activeElement?.id).toBe('finding-permission-denied');
    await click('[data-finding="permission-denied"] [data-action="mute-finding"]');
    await wait('[data-muted="permission-denied"]');
    expect(find(`${row} .check-explanation`)?.textContent).toContain('Why this answer');
    expect(find(`${row} [data-action="show-found"]`)).toBeNull();
  });

  test('is not lost where its rule is of another version', async () => {
    const { CheckExplanation } = await import('../../components/views/diagnosis/CheckExplanation');
    const { render } = await import('@testing-library/preact');
    const check: Check = {
      id: 'of-tomorrow',
      part: 'page',
      answer: 'not-known-yet',
      title: 'Tomorrow',
      about: 'Come back.',
    };
    const { container } = render(
      <CheckExplanation check={check} finding={undefined} onShow={undefined} />,
    );
    expect(container.textContent).toContain('Come back.');
  });
});

test('buttons of findings say of which', async () => {
  const { container, click } = await open();
  const names = (action: string) =>
    [...container.querySelectorAll(`[data-action="${action}"]`)].map((each) =>
      each.getAttribute('aria-label'),
    );
  const [first] = cards(denied);
  expect(first?.id).toBe('permission-denied');
  const title = container.querySelector('[data-finding="permission-denied"] b')?.textContent;
  expect(names('mute-finding')).toContain(`Mute for this site: ${title}`);
  expect(names('copy-finding')).toContain(`Copy as Markdown: ${title}`);
  await click('[data-finding="permission-denied"] [data-action="mute-finding"]');
  await waitFor(() => expect(names('unmute-finding')).toEqual([`Unmute: ${title}`]));
});

test('what is muted is counted beside the verdict, with its part', async () => {
  const { click, wait, find } = await open();
  expect(find('[data-muted-count]')).toBeNull();
  await click('[data-finding="permission-denied"] [data-action="mute-finding"]');
  const note = await wait('[data-muted-count="1"]');
  expect(note.textContent).toBe('1 muted error (Permission)');
  await click('[data-part="muted"] summary');
  await click('[data-action="unmute-finding"]');
  await waitFor(() => expect(find('[data-muted-count]')).toBeNull());
});

test('the focus stays in the panel after a finding is muted, and after it is shown again', async () => {
  const { user, wait } = await open();
  const mute = await wait('[data-finding="permission-denied"] [data-action="mute-finding"]');
  mute.focus();
  await user.keyboard('{Enter}');
  await wait('[data-muted="permission-denied"]');
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  (await wait('[data-part="muted"] summary')).click();
  const unmute = await wait('[data-action="unmute-finding"]');
  unmute.focus();
  await user.keyboard('{Enter}');
  await wait('[data-finding="permission-denied"]');
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
});
