// @vitest-environment happy-dom
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import '../../components/shell/Help';
import '../../components/shell/HelpMore';
import { pageViews } from '../../components/views/page-views';
import { makeDiagnosed } from '../support/make-input';
import { makeShopSession } from '../support/make-session';
import { everythingSeen } from '../support/seen-session';
import { renderApp } from './render-app';

/* A tooltip is for a pointer. What one says is also to be read without: on a screen that is touched, by keys. */

// A view that comes late on a busy machine is no fault.
beforeAll(async () => {
  await Promise.all(pageViews.map((view) => view.load()));
});
afterEach(cleanup);

/** What can be read of an element, without what only a screen reader is told. */
const readable = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('.visually-hidden')) each.remove();
  return copy.textContent ?? '';
};

/** Tooltips of which a part stands nowhere else: not in the name of what has them, in the view, or in the help. */
const onlyInTooltips = (view: Element, help: string): string[] => {
  const all = `${readable(view)} ${help}`;
  const found = [...view.querySelectorAll<HTMLElement>('[title]')].flatMap((element) => {
    const own = `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`;
    return element.title
      .split('\n')
      .flatMap((line) => line.replace(/ \([^()]*\)$/, '').split(/[:,] /))
      .filter((line) => !own.includes(line) && !all.includes(line))
      .map((line) => `${element.localName}.${element.className}: ${line}`);
  });
  return [...new Set(found)];
};

const open = async (id: string, session: ReturnType<typeof makeShopSession>) => {
  const { view, user } = renderApp(session);
  const { container } = view;
  await user.click(container.querySelector(`#tab-${id}`) as HTMLElement);
  const sign = id === 'timeline' ? '.totals' : `[data-view="${id}"]`;
  await waitFor(() => expect(container.querySelector(sign)).not.toBeNull());
  // Kinds without entries are shown by a press.
  const others = container.querySelector<HTMLElement>('[data-action="toggle-other-kinds"]');
  if (others) await user.click(others);
  await user.keyboard('?');
  await waitFor(() => expect(container.querySelector('[data-part="report"]')).not.toBeNull());
  const help = container.querySelector('[data-dialog="help"]');
  const told = help?.textContent ?? '';
  help?.remove();
  return { container, told };
};

describe.each([
  ['a shop', makeShopSession],
  ['a page of which all was seen', () => makeDiagnosed(everythingSeen())],
])('of %s', (_, make) => {
  test.each(pageViews.map(({ id }) => id))(
    'nothing in %s is told by a tooltip alone',
    async (id) => {
      const { container, told } = await open(id, make());
      expect(onlyInTooltips(container, told)).toEqual([]);
    },
  );
});

/** Names that several buttons of a section have, though they do different things. */
const sharedNames = (view: Element): string[] => {
  const names = [...view.querySelectorAll<HTMLElement>('button:not(.link)')]
    // A row of a tree is known by where it is; what is folded away is not there.
    .filter((each) => !each.closest('[role=row], [hidden], details:not([open]) > :not(summary)'))
    .map((each) => {
      const sections = [...view.querySelectorAll('section')];
      const place = sections.findLastIndex((section) => section.contains(each));
      return { place, name: each.getAttribute('aria-label') ?? each.textContent?.trim() ?? '' };
    });
  const isSame = (a: (typeof names)[number]) => (b: (typeof names)[number]) =>
    a.place === b.place && a.name === b.name;
  const twice = names.filter((each, at) => names.findIndex(isSame(each)) !== at);
  return [...new Set(twice.map(({ name }) => name))];
};

describe.each([
  ['a shop', makeShopSession],
  ['a page of which all was seen', () => makeDiagnosed(everythingSeen())],
])('of %s', (_, make) => {
  test.each(pageViews.map(({ id }) => id))(
    'each button in %s has a name of its own',
    async (id) => {
      const { container } = await open(id, make());
      expect(sharedNames(container)).toEqual([]);
    },
  );
});

test('what stands in a tooltip alone is found', () => {
  const view = document.createElement('div');
  view.innerHTML =
    '<b title="Send it">Send it</b><i title="More (Ctrl+M)" aria-label="More"></i><u title="A secret">x</u>';
  expect(onlyInTooltips(view, '')).toEqual(['u.: A secret']);
});
