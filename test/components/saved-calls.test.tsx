// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SavedDrafts } from '../../components/ui/SavedDrafts';
import { draftOf } from '../../lib/calls/call-draft';
import {
  type CallStore,
  emptyStore,
  exportPresets,
  importPresets,
  withMade,
  withPreset,
} from '../../lib/calls/saved-calls';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const draft = draftOf('initSubscription', [{ email: 'mira@shop.example' }]);

const show = (first: CallStore, canRun = true) => {
  const callbacks = { onEdit: vi.fn(), onRun: vi.fn(), onFile: vi.fn() };
  function Held() {
    const [store, setStore] = useState(first);
    return (
      <SavedDrafts
        saved={{ exportPresets, importPresets }}
        title="Saved"
        noPresets="No presets"
        noHistory="No history"
        nameOf={({ method }) => method}
        previewOf={() => ''}
        fileName="akpush-calls.json"
        store={store}
        onStore={setStore}
        canRun={canRun}
        {...callbacks}
      />
    );
  }
  return { ...callbacks, user: userEvent.setup(), view: render(<Held />) };
};

describe('presets', () => {
  it('go to a file, and come back from it', async () => {
    const { user, view, onFile } = show(withPreset(emptyStore, 'Mira', draft, 1));
    await user.click(view.getByRole('button', { name: 'Export' }));
    const [name, text] = onFile.mock.calls[0] as [string, string];
    expect(name).toMatch(/\.json$/);
    view.unmount();
    const other = show(emptyStore);
    const file = new File([text], name, { type: 'application/json' });
    await user.upload(other.view.getByLabelText('Import', { selector: 'input' }), file);
    await user.click(await other.view.findByRole('button', { name: 'Mira' }));
    expect(other.onEdit).toHaveBeenCalledWith(draft);
  });

  it('of a file that is none are refused, and nothing is lost', async () => {
    const { user, view } = show(withPreset(emptyStore, 'Mira', draft, 1));
    const file = new File(['[]'], 'x.json', { type: 'application/json' });
    await user.upload(view.getByLabelText('Import', { selector: 'input' }), file);
    expect((await view.findByRole('alert')).textContent).toContain('does not contain presets');
    expect(view.getByRole('button', { name: 'Mira' })).toBeTruthy();
  });
});

describe('the history', () => {
  it('is run again, edited, deleted', async () => {
    const { user, view, onRun, onEdit } = show(withMade(emptyStore, draft, 1));
    await user.click(view.getByRole('button', { name: /^Run again/ }));
    expect(onRun).toHaveBeenCalledWith(draft);
    await user.click(view.getByRole('button', { name: 'initSubscription' }));
    expect(onEdit).toHaveBeenCalledWith(draft);
    await user.click(view.getByRole('button', { name: 'Delete initSubscription' }));
    expect(view.queryByRole('button', { name: /^Run again/ })).toBeNull();
  });
});

describe('one that is run again', () => {
  it('is run; not while nothing can be: a click that did nothing would be none', async () => {
    const store = withPreset(emptyStore, 'Mira', draft, 1);
    const able = show(store);
    await able.user.click(able.view.getByRole('button', { name: /^Run again/ }));
    expect(able.onRun).toHaveBeenCalledWith(draft);
    able.view.unmount();
    const unable = show(store, false);
    const button = unable.view.getByRole('button', { name: /^Run again/ });
    expect(button.hasAttribute('disabled')).toBe(true);
  });
});
