// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/Popup';
import { followDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { withoutMuted } from '../../lib/diagnosis/mutes';
import { provideMessages } from '../../lib/i18n/message';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { RecordAnswer } from '../../lib/protocol/recording';
import english from '../../public/_locales/en/messages.json';
import { makeDiagnosed } from '../support/make-input';
import { makeSession } from '../support/make-session';
import { makeState } from '../support/make-state';
import { everythingSeen } from '../support/seen-session';

beforeAll(() => provideMessages(english));
beforeEach(() => {
  vi.useFakeTimers({ now: 65_000, toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const recorded = { tab: 1, id: 1, since: 0, entries: 1_234, lost: 5 };

const show = (recording: RecordAnswer, more: Partial<PopupProps> = {}) => {
  const session = makeSession([]);
  const props = {
    session,
    outcomes: readOutcomes(session),
    diagnosis: undefined,
    recording,
    noRecord: undefined,
    problem: '',
    copied: null,
    onRecord: vi.fn(),
    onTryAgain: vi.fn(),
    onSaveFile: vi.fn(),
    onOpenPanel: vi.fn(),
    onCopyReport: vi.fn(),
    onSessions: vi.fn(),
    ...more,
  };
  const { container } = render(<Popup {...props} />);
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  const press = (action: string) => userEvent.click(find(`[data-action=${action}]`) as HTMLElement);
  return { props, find, press };
};

describe('a recording', () => {
  it('that goes on says for how long and how much', () => {
    const { find } = show({ ...recorded, state: 'recording' });
    expect(find('[data-recording="1234"]')?.textContent).toContain('1:05');
    expect(find('[data-lost="5"]')).not.toBeNull();
    expect(find('[data-action=stop-recording]')).not.toBeNull();
    expect(find('[role=alert]')).toBeNull();
  });

  it('whose last could not be written says why', () => {
    show({ ...recorded, state: 'recording', problem: 'no space' });
    expect(screen.getByRole('alert').textContent).toContain('no space');
  });

  it('that ends cannot be ended twice', () => {
    const { find } = show({ ...recorded, state: 'ending' });
    expect(find('[data-action=stop-recording]')?.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Finishing the recording…')).not.toBeNull();
  });

  it('that is kept says as what, and opens it', async () => {
    const { find, press, props } = show({ ...recorded, state: 'kept', until: 9, name: 'Shop' });
    expect(find('[data-kept="1234"]')?.textContent).toMatch(/“Shop”.* 5\./s);
    await press('open-kept');
    expect(props.onSessions).toHaveBeenCalledOnce();
  });

  it('that had nothing says so', () => {
    const { find } = show({ ...recorded, state: 'kept', until: 9 });
    expect(find('[data-kept="0"]')).not.toBeNull();
    expect(find('[data-action=open-kept]')).toBeNull();
  });

  it('that could not be kept says why, is tried again or saved as a file; and another can begin', async () => {
    const { find, press, props } = show({ ...recorded, state: 'failed', failed: 'disk is full' });
    const note = find('[data-failed="1234"]');
    expect(note?.getAttribute('role')).toBe('alert');
    expect(note?.textContent).toContain('disk is full');
    await press('try-again');
    expect(props.onTryAgain).toHaveBeenCalledOnce();
    await press('save-recording');
    expect(props.onSaveFile).toHaveBeenCalledOnce();
    await press('start-recording');
    expect(props.onRecord).toHaveBeenCalledExactlyOnceWith(true);
  });
});

it('what could not be done is an alert', () => {
  show(null, { problem: 'The report could not be created: too deep' });
  expect(screen.getByRole('alert').textContent).toContain('too deep');
});

describe('the verdict', () => {
  const showTab = (session: ReturnType<typeof makeDiagnosed>, muted: readonly string[] = []) => {
    const outcomes = readOutcomes(session);
    const whole = followDiagnosis(undefined, session, outcomes);
    const diagnosis =
      whole && withoutMuted(whole, { 'https://shop.example': muted }, 'https://shop.example/');
    return show(null, { session, outcomes, diagnosis }).find;
  };

  it('is said of the tab, with the next step', () => {
    const find = showTab(makeDiagnosed());
    expect(find('[data-verdict="unknown"]')?.textContent).toContain('Next:');
  });

  it('is that all works only where all was seen', () => {
    expect(showTab(makeDiagnosed(everythingSeen()))('[data-verdict="works"]')).not.toBeNull();
  });

  it('is broken beside a broken link, muted or not', () => {
    const state = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
    const find = showTab(makeDiagnosed({ state }), ['permission-denied']);
    expect(find('[data-errors="0"]')).not.toBeNull();
    expect(find('[data-verdict="broken"]')).not.toBeNull();
  });
});
