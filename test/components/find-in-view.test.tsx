// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useRef } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FindInView } from '../../components/ui/find/FindInView';
import { findInElement } from '../../components/ui/find/find-in-element';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

describe('a text in an element', () => {
  const found = (html: string, term: string) => {
    const root = document.createElement('div');
    root.innerHTML = html;
    document.body.replaceChildren(root);
    return findInElement(root, term).map((match) =>
      'field' in match ? `field ${match.field.name}` : match.range.toString(),
    );
  };

  it('is found in texts and in what fields hold, in their order, in any case', () => {
    expect(
      found('<p>Token and token</p><input name="a" value="my TOKEN"><p>no</p>', 'token'),
    ).toEqual(['Token', 'token', 'field a']);
  });

  it('is not found where nobody can read it', () => {
    expect(
      found(
        `<p hidden>token</p><span class="visually-hidden">token</span>
         <input type="password" value="token"><textarea class="concealed">token</textarea>
         <input type="checkbox" value="token">`,
        'token',
      ),
    ).toEqual([]);
  });

  it('that is empty is nowhere', () => {
    expect(found('<p>token</p>', '')).toEqual([]);
  });
});

function View({ extra = '' }) {
  const root = useRef<HTMLElement>(null);
  return (
    <main ref={root} data-view="test">
      <FindInView root={root} />
      <p>tea and more tea</p>
      <input name="title" value="green tea" />
      <p>{extra}</p>
    </main>
  );
}

describe('the search of a view', () => {
  const show = () => {
    const view = render(<View />);
    const find = (selector: string) => view.container.querySelector<HTMLElement>(selector);
    const bar = () => find('.find-bar');
    return { view, find, bar, user: userEvent.setup() };
  };

  it('opens by its shortcut, counts, goes round, and gives the focus back when it closes', async () => {
    const { find, bar, user, view } = show();
    await user.keyboard('{Control>}f{/Control}');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('find'));
    await user.keyboard('TEA');
    await vi.waitFor(() => expect(bar()?.dataset).toMatchObject({ found: '3', at: '1' }));
    await user.keyboard('{Enter}{Enter}');
    await vi.waitFor(() => expect(bar()?.dataset.at).toBe('3'));
    expect(find('[name=title]')?.hasAttribute('data-found-here')).toBe(true);
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(bar()?.dataset.at).toBe('1'));
    expect(find('[name=title]')?.hasAttribute('data-found-here')).toBe(false);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await vi.waitFor(() => expect(bar()?.dataset.at).toBe('3'));
    // What comes later is found too.
    view.rerender(<View extra="a fourth tea" />);
    await vi.waitFor(() => expect(bar()?.dataset).toMatchObject({ found: '4', at: '3' }));
    await user.keyboard('{Escape}');
    await vi.waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset.action).toBe('open-search'),
    );
    expect(bar()).toBeNull();
    await vi.waitFor(() => expect(find('[data-found-here]')).toBeNull());
  });

  it('says that nothing was found', async () => {
    const { bar, user, view } = show();
    await user.click(view.getByRole('button', { name: 'Find in this view' }));
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('find'));
    await user.keyboard('coffee');
    await vi.waitFor(() => expect(bar()?.dataset.found).toBe('0'));
    await vi.waitFor(() => expect(view.getByRole('status').textContent).toBe('nothing found'));
  });
});
