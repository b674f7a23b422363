// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { CheckedList } from '../../components/views/diagnosis/CheckedList';
import { WorkerMessage } from '../../components/views/push/WorkerMessage';
import { HiddenBar } from '../../components/views/timeline/HiddenBar';
import { FilterTerms } from '../../components/views/timeline/later/FilterTerms';
import { answers, type Check } from '../../lib/diagnosis/check';
import type { Finding } from '../../lib/diagnosis/finding';
import { permissionGuide } from '../../lib/diagnosis/guides';
import { findingMarkdown } from '../../lib/formats/finding-markdown';
import { provideMessages } from '../../lib/i18n/message';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { signOf } from '../../lib/text/sign';
import english from '../../public/_locales/en/messages.json';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry } from '../support/make-session';
import { renderApp } from './render-app';
import { renderFinding } from './render-finding';

/* What is said is said once, in words for people, and with one sign for one fact. */

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const nothing = () => {};
const finding: Finding = {
  id: 'permission-denied',
  part: 'permission',
  node: 'permission',
  severity: 'error',
  title: 'Blocked',
  sentence: 'The browser blocks it.',
  evidence: [],
  advice: [
    { who: 'browser', text: 'First.' },
    { who: 'browser', text: 'Second.' },
    { who: 'site', text: 'Third.' },
  ],
  link: permissionGuide,
};

test('advice names whom it is for where that changes, and the link what it is about', () => {
  const { container, said } = renderFinding(finding);
  expect(said).toEqual(['In this browser: First.', 'Second.', 'Site’s developer: Third.']);
  expect(container.querySelector('a')?.textContent).toBe(
    'How permission works (MDN) (opens in a new tab)',
  );
  const lines = findingMarkdown(finding, []).split('\n');
  expect(lines.filter((line) => line.startsWith('- '))).toEqual([
    '- In this browser: First.',
    '- Second.',
    '- Site’s developer: Third.',
  ]);
});

test('what was checked is folded, and what was not tested has the sign that it has elsewhere', () => {
  const checks = answers.map(
    (answer): Check => ({
      ...{ id: answer, part: 'page', title: answer, about: '', answer },
    }),
  );
  const { container } = render(
    <CheckedList checks={checks} findings={[]} shown={[]} onShow={nothing} />,
  );
  expect(container.querySelector<HTMLDetailsElement>('[data-part="checked"]')?.open).toBe(false);
  const sign = container.querySelector('[data-answers="not-known-yet"] .check-sign');
  expect(sign?.textContent).toBe(signOf('not-yet').mark);
});

test('a message to the worker that is no JSON is refused in the reader’s language, with the place', async () => {
  const { container, findByRole } = render(<WorkerMessage onPost={async () => {}} />);
  const input = container.querySelector('input') as HTMLInputElement;
  fireEvent.input(input, { target: { value: '{"type":' } });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  expect((await findByRole('alert')).textContent).toBe(
    'Line 1, column 9: a value is expected — {"type":▸',
  );
});

test('what is hidden is named by its kind in words', () => {
  const { container } = render(
    <HiddenBar
      hidden={[{ kind: 'worker-step', name: 'fetch' }]}
      hasSpan={false}
      onShow={nothing}
      onShowAll={nothing}
    />,
  );
  expect(container.querySelector('[data-action="show-like"]')?.textContent).not.toContain(
    'worker-step',
  );
});

test.each([
  [1_000, true],
  [1_001, false],
])('of %i entries the filter offers outcomes: %s', (count, isOffered) => {
  const entries = Array.from({ length: count }, (_, id) =>
    makeEntry('call', {
      id: id + 1,
      name: 'removeToken',
      status: 'failed',
      detail: { error: { name: 'Error', message: 'No' } },
    }),
  );
  const session = makeDiagnosed({ entries });
  const { container } = render(
    <FilterTerms
      entries={session.entries}
      pages={[]}
      remarks={{}}
      outcomes={readOutcomes(session)}
      text=""
      onText={nothing}
    />,
  );
  expect(container.querySelector('[data-term="status:failed"]')).not.toBeNull();
  expect(container.querySelector('[data-term="outcome:error"]') !== null).toBe(isOffered);
});

test('a reading that is only old says when it was, and nothing of a page that cannot be reached', async () => {
  const { view, user, update } = renderApp(makeDiagnosed({}));
  const { container } = view;
  await user.click(container.querySelector('#tab-state') as HTMLElement);
  const wait = (selector: string) =>
    waitFor(() => {
      const found = container.querySelector(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    });
  update((held) => ({
    ...held,
    connection: 'connected',
    ...(held.state && { state: { ...held.state, readAt: Date.now() - 60_000 } }),
  }));
  const old = await wait('[data-notice="old"]');
  expect(old.textContent).toMatch(/^Last read at [\d:]+\./);
  expect(old.getAttribute('role')).toBeNull();
  update((held) => ({ ...held, connection: 'unreachable' }));
  expect((await wait('[data-notice="stale"]')).getAttribute('role')).toBe('status');
});
