// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import '../../components/views/state/StateView';
import { makeState } from '../support/make-state';
import { openView } from './open-view';

/* What unfolds something is one kind of button, and what stands once for each of several things says of which it is. */

afterEach(cleanup);

const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });

test.each([
  ['diagnosis', '[data-action="explain-chain"]'],
  ['diagnosis', '[data-check="permission-denied"] [data-action="explain-check"]'],
  ['state', '[data-fact="cache.token"] [data-action="explain"]'],
  ['state', '[data-section="sdk"] [data-action="fold-section"]'],
])(
  '%s: %s is pressed with a pointer and with keys, and says what it shows',
  async (view, selector) => {
    const { wait, find, click, user } = await openView(view, { state: denied });
    if (selector.includes('check')) await click('[data-part="checked"] summary');
    const button = await wait(selector);
    const isOpen = () => button.getAttribute('aria-expanded') === 'true';
    const shown = () => document.getElementById(button.getAttribute('aria-controls') ?? '');
    const before = isOpen();
    const expectOpen = (wanted: boolean) => {
      expect(isOpen()).toBe(wanted);
      expect(shown()?.hidden).toBe(!wanted);
    };
    expectOpen(before);
    await user.click(button);
    expectOpen(!before);
    button.focus();
    await user.keyboard('{Enter}');
    expectOpen(before);
    await user.keyboard(' ');
    expectOpen(!before);
    expect(find(selector)).toBe(document.activeElement);
  },
);

/** The opening tags of buttons in the components, with their files. */
const buttons = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) =>
    readFileSync(`components/${file}`, 'utf8')
      .split('<button')
      .slice(1)
      .map((rest) => ({ file, tag: rest.slice(0, rest.search(/^ *(\/)?>|[^=]>$/m) + 2) })),
  );

test('no other button unfolds something, but those that open a menu', () => {
  expect(buttons.length).toBeGreaterThan(60);
  const unfolding = buttons
    .filter(({ tag }) => tag.includes('aria-expanded') && !tag.includes('aria-haspopup'))
    .map(({ file }) => file);
  expect(unfolding).toEqual(['ui/UnfoldButton.tsx']);
});
