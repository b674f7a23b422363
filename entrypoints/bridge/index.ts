import type { Runtime, Storage } from 'webextension-polyfill';
import type { UnlistedScriptDefinition } from 'wxt';
import { type HookLine, openHookLine } from '../../lib/messaging/hook-line';
import { kept } from '../../lib/messaging/kept';
import type { Note } from '../../lib/model/note';
import type { PageInfo } from '../../lib/model/page-info';
import type { StateListener, StateReader } from '../../lib/model/state-reader';
import { type ClickBar, showClickBar } from './click-bar';
import { embedding } from './embedding';
import { leftNotes } from './left-notes';
import { noteLog } from './note-log';
import { openPanelLine, type PanelLine } from './panel-line';
import { followRecorder } from './recorded-page';

/** The browser's own object: the polyfill would double the bridge's size, and what is used here is the same in all. */
const native = globalThis as unknown as Record<
  'browser' | 'chrome',
  { runtime: Runtime.Static; storage: Storage.Static }
>;

/** Sources of the document's scripts that look like a container or an SDK. */
const scriptSources = (): string[] =>
  Array.from(document.scripts, ({ src }) => src)
    .filter((source) => /ak_container|ak-push/.test(source))
    .slice(0, 20);

/** Whether a window of the same site has opened this one: it could be here before the hook. */
const hasOpener = (): boolean => {
  try {
    return !!window.opener?.document;
  } catch {
    return false;
  }
};

/**
 * The bridge: runs in the isolated world of a page that somebody inspects, and is passive. It hands the panel's questions to the hook.
 * The background may bring it more than once.
 */
export default {
  globalName: false,
  main() {
    const keeping = kept();
    if (keeping.hasBridge) return;
    keeping.hasBridge = true;

    const extension = native.chrome ?? native.browser;
    const { runtime } = extension;
    const identity = `${performance.timeOrigin}-${Math.random().toString(36).slice(2)}`;
    const panels = new Set<PanelLine>();
    let hook: HookLine | undefined;
    const isFramed = self !== top;
    let isHooked = false;
    let wasOpened = false;
    const notes = noteLog();
    const keepNote = (note: Note) => {
      notes.put(note);
      // Its own panel too: what it has heard of, it does not ask for again.
      for (const each of panels) each.noted();
    };
    const left = leftNotes(keepNote);
    let bar: { of: PanelLine; bar: ClickBar } | undefined;

    const reader = (): StateReader => {
      if (!keeping.reader) throw new Error('The state cannot be read here.');
      return keeping.reader;
    };
    const info = (): PageInfo => ({
      document: identity,
      url: location.href,
      timeOrigin: performance.timeOrigin,
      hooked: isHooked,
      sdk: keeping.hasSdk,
      scripts: scriptSources(),
      ...(wasOpened && { opener: true }),
      ...(isFramed && { embedded: embedding(window) }),
    });
    /** Opens the line when the hook has it: the background may bring the bridge before the document's own scripts. */
    const findHook = () => {
      if (hook || !keeping.line) return;
      hook = openHookLine(keeping.line, () => {
        // The keeper has heard the first word before.
        if (!isSdkSaid && keeping.hasSdk) introduce();
        for (const panel of panels) panel.logged();
        keeping.reader?.watch.touch();
      });
    };
    let isSdkSaid = false;
    const introduce = () => {
      findHook();
      isHooked = !!hook?.isHeard();
      wasOpened ||= hasOpener();
      // While the document loads, the hook may still come: nothing is said until then.
      if (!isHooked && document.readyState === 'loading') return;
      isSdkSaid = keeping.hasSdk;
      for (const panel of panels) panel.page(info());
    };
    document.addEventListener('DOMContentLoaded', introduce);
    const recorder = followRecorder(extension, info, {
      entries: (after) => (hook?.isHeard() ? hook.entries(after) : undefined),
      notes: notes.after,
    });

    runtime.onConnect.addListener((port) => {
      if (port.name !== 'bridge') return;
      const dropBar = () => {
        if (bar?.of !== panel) return;
        bar.bar.remove();
        bar = undefined;
      };
      const tellState: StateListener = (text, readAt) => void panel.state(text, readAt);
      const panel: PanelLine = openPanelLine(port, {
        entries(after) {
          try {
            if (!hook) throw new Error('The hook did not start.');
            recorder.asked(panel, after);
            return hook.entries(after);
          } catch (error) {
            // Said at once: a panel must not go on as if the page were watched.
            introduce();
            throw error;
          }
        },
        note(note) {
          left.noted(panel, note);
          keepNote(note);
        },
        notes(after) {
          recorder.askedNotes(panel, after);
          return notes.after(after);
        },
        noteRecorded: (kept) => recorder.note(panel, kept),
        askForClick(text) {
          bar?.bar.remove();
          const shown = showClickBar(text, (how) => {
            bar = undefined;
            panel.clicked(how);
          });
          bar = { of: panel, bar: shown };
        },
        dropClick: dropBar,
        watchState: (isSeldom) => reader().watch.add(tellState, isSeldom),
        catchUpState: () => reader().watch.catchUp(),
        unwatchState: () => reader().watch.remove(tellState),
        async changeStorage(writes) {
          const undo = await reader().changeStorage(writes);
          reader().watch.touch();
          return undo;
        },
        async actOnWorker(action) {
          const answer = await reader().actOnWorker(action);
          reader().watch.touch();
          return answer;
        },
      });
      panels.add(panel);
      introduce();
      port.onDisconnect.addListener(() => {
        panels.delete(panel);
        dropBar();
        keeping.reader?.watch.remove(tellState);
        panel.$close();
        recorder.closed(panel);
        left.closed(panel);
        // When the extension goes, its pages go first.
        setTimeout(() => {
          if (!runtime.id) hook?.sayGone();
        }, 1000);
      });
    });
  },
} satisfies UnlistedScriptDefinition;
