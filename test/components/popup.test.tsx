// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/Popup';
import { followDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { withoutMuted } from '../../lib/diagnosis/mutes';
import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import { provideMessages } from '../../lib/i18n/message';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { RecordAnswer } from '../../lib/protocol/recording';
import english from '../../public/_locales/en/messages.json';
import { makeDiagnosed } from '../support/make-input';
import { makeSession } from '../support/make-session';
import { makeState } from '../support/make-state';
import { everythingSeen } from '../support/seen-session';
import { readGolden } from '../truth/golden';

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
    muted: [],
    recording,
    frames: 1,
    noRecord: undefined,
    problem: '',
    copied: null,
    onRecord: vi.fn(),
    onTryAgain: vi.fn(),
    onSaveFile: vi.fn(),
    onOpenPanel: vi.fn(),
    onCheckup: vi.fn(),
    onCopyReport: vi.fn(),
    onSessions: vi.fn(),
    onOpenKept: vi.fn(),
    onExportKept: vi.fn(),
    onCopyKept: vi.fn(),
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
    expect(find('[data-recording] b')?.textContent).toContain('Finishing the recording…');
  });

  it('that is kept says as what, and hands it over', async () => {
    const { find, press, props } = show({ ...recorded, state: 'kept', until: 9, name: 'Shop' });
    expect(find('[data-kept="1234"]')?.textContent).toMatch(/“Shop”, 1,234 entries\..* 5\./s);
    await press('open-kept');
    expect(props.onOpenKept).toHaveBeenCalledExactlyOnceWith(1);
    await press('export-kept');
    expect(props.onExportKept).toHaveBeenCalledExactlyOnceWith(1);
    await press('copy-kept');
    expect(props.onCopyKept).toHaveBeenCalledExactlyOnceWith(1);
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

describe('where there is nothing to tell', () => {
  it('a page of the browser has one sentence, and leads to Sessions', () => {
    const session = { ...makeSession([]), connection: 'unreachable' as const, isAnswered: true };
    const { find } = show(null, { session, outcomes: readOutcomes(session) });
    expect(find('main')?.textContent).toContain('Extensions cannot read browser pages');
    expect(find('[data-action=open-sessions]')).not.toBeNull();
    expect(document.querySelectorAll('[data-action]')).toHaveLength(1);
  });

  it('a recording whose tab is gone is still handed over', () => {
    const session = { ...makeSession([]), connection: 'unreachable' as const, isAnswered: true };
    const kept = { ...recorded, state: 'kept' as const, until: 9, name: 'Shop' };
    const { find } = show(kept, { session, outcomes: readOutcomes(session) });
    expect(find('[data-action=open-kept]')).not.toBeNull();
  });

  it('a page without AKPush has no errors and no verdict', () => {
    const recorded = readSessionText(readGolden('chromium', 'no-sdk')?.text ?? '');
    const session = { ...toSession(recorded), connection: 'no-sdk' as const };
    const outcomes = readOutcomes(session);
    const diagnosis = followDiagnosis(undefined, session, outcomes);
    expect(diagnosis?.findings.map(({ id }) => id)).toEqual(['no-sdk']);
    const { find } = show(null, { session, outcomes, diagnosis });
    expect(find('[data-popup=without]')?.textContent).toBe('AKPush is not used on this page.');
    expect(find('[data-errors], [data-verdict], .severity-error')).toBeNull();
    expect(find('[data-action=start-recording]')).not.toBeNull();
  });
});

describe('the checkup', () => {
  const showTab = (sdk: boolean, connection: 'connected' | 'unreachable' = 'connected') => {
    const made = makeDiagnosed();
    const session = {
      ...made,
      connection,
      isAnswered: true,
      pages: made.pages.map((page) => ({ ...page, sdk })),
    };
    const outcomes = readOutcomes(session);
    return show(null, {
      session,
      outcomes,
      diagnosis: followDiagnosis(undefined, made, readOutcomes(made)),
    });
  };

  it('of a page with AKPush is opened by one button', async () => {
    const { find, press, props } = showTab(true);
    expect(find('[data-action=run-checkup]')?.textContent).toBe('Checkup…');
    await press('run-checkup');
    expect(props.onCheckup).toHaveBeenCalledOnce();
  });

  it('is not offered where there is nothing to check', () => {
    expect(showTab(false).find('[data-action=run-checkup]')).toBeNull();
    cleanup();
    expect(showTab(true, 'unreachable').find('[data-action=run-checkup]')).toBeNull();
  });
});

describe('the verdict', () => {
  const showTab = (session: ReturnType<typeof makeDiagnosed>, muted: readonly string[] = []) => {
    const outcomes = readOutcomes(session);
    const whole = followDiagnosis(undefined, session, outcomes);
    const diagnosis =
      whole && withoutMuted(whole, { 'https://shop.example': muted }, 'https://shop.example/');
    const hidden = whole?.findings.filter(({ id }) => muted.includes(id)) ?? [];
    return show(null, { session, outcomes, diagnosis, muted: hidden }).find;
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
    // Which is why it is said to be there.
    expect(find('[data-muted-count]')?.textContent).toBe('1 muted error (Permission)');
  });
});
