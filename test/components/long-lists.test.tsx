// @vitest-environment happy-dom

import { render } from '@testing-library/preact';
import { beforeAll, expect, test, vi } from 'vitest';
import { WorkspaceProvider } from '../../components/shell/workspace';
import { OutcomeNote } from '../../components/ui/OutcomeNote';
import { WorkersSection } from '../../components/views/state/WorkersSection';
import { sortEntries } from '../../lib/facts/page-entries';
import { deriveFacts } from '../../lib/facts/page-facts';
import { provideMessages } from '../../lib/i18n/message';
import type { SessionPage } from '../../lib/model/session';
import { emptySession } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import english from '../../public/_locales/en/messages.json';
import { makeDiagnosed } from '../support/make-input';
import { makeRegistration, makeState } from '../support/make-state';
import { makeWorkspace } from '../support/make-workspace';

beforeAll(() => provideMessages(english));

test('an origin with 50,000 registrations shows some, and says how many more there are', () => {
  const registrations = Array.from({ length: 50_000 }, (_, index) =>
    makeRegistration({ scope: `https://shop.example/${index}/` }),
  );
  const { state, entries, pages } = makeDiagnosed({ state: makeState({ registrations }) });
  if (!state) throw new Error('no state');
  const known = deriveFacts(
    state.value,
    sortEntries(entries),
    pages[0] as SessionPage,
    state.endpoints,
  );
  const workspace = makeWorkspace(emptySession);
  const { container } = render(
    <WorkspaceProvider value={workspace}>
      <WorkersSection
        known={known}
        news={new Set()}
        actions={workspace.page?.actions}
        onCopy={vi.fn()}
        onAct={vi.fn()}
      />
    </WorkspaceProvider>,
  );
  expect(container.querySelectorAll('[data-registration]')).toHaveLength(50);
  expect(container.textContent).toContain('Registrations not shown: 49950.');
}, 30_000);

test('a push with 20,000 steps names some as evidence, and says how many more there are', () => {
  const time = Date.UTC(2026, 10, 23, 9, 30, 40);
  const session = makeDiagnosed({
    pushes: [
      {
        ref: '1',
        push: { kind: 'push', name: 'push', status: 'ok', time, detail: { way: 'real' } },
        steps: Array.from({ length: 20_000 }, (_, index) => ({
          kind: 'worker-step',
          name: 'console',
          status: 'ok',
          time: time + index,
          detail: { data: 'x' },
        })),
      },
    ],
  });
  const push = session.entries.find(({ name }) => name === 'push');
  const outcome = push && readOutcomes(session).of(push);
  if (!outcome) throw new Error('no outcome');
  expect(outcome.evidence.length).toBeGreaterThan(10_000);
  const { container } = render(
    <OutcomeNote outcome={outcome} entries={session.entries} onSelect={vi.fn()} />,
  );
  expect(container.querySelectorAll('li')).toHaveLength(51);
  expect(container.textContent).toMatch(/and \d+ more/);
}, 30_000);
