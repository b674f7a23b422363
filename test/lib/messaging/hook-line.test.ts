// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handover, isBeginning, leaveLine } from '../../../lib/messaging/handover';
import { asked, openHookLine, said } from '../../../lib/messaging/hook-line';

/** As at `document_start`, with no script of the page before. */
beforeEach(() => {
  Object.defineProperty(document, 'documentElement', {
    configurable: true,
    value: document.createElement('html'),
  });
  Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
});
const { addEventListener, dispatchEvent } = window;
afterEach(() => {
  Object.assign(window, { addEventListener, dispatchEvent });
  for (const name of ['documentElement', 'readyState'] as const) delete document[name as never];
  for (const node of [...document.childNodes]) if (node.nodeType === 8) node.remove();
});

/** The hook's half, which takes what it needs from the realm when it is loaded. */
const loadHook = async () => {
  vi.resetModules();
  // As in a browser: those of happy-dom's window are bound to it.
  const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
  Object.assign(window, {
    addEventListener(this: EventTarget, ...args: Parameters<typeof listen>) {
      (this === window ? addEventListener : listen).apply(this, args);
    },
    dispatchEvent(this: EventTarget, event: Event) {
      return this === window || this === undefined
        ? dispatchEvent(event)
        : dispatch.call(this, event);
    },
  });
  // As in a browser: happy-dom has it on the event.
  Object.defineProperty(FocusEvent.prototype, 'relatedTarget', {
    configurable: true,
    get(this: FocusEvent) {
      return Object.getOwnPropertyDescriptor(this, 'relatedTarget')?.value;
    },
    set(this: FocusEvent, value) {
      Object.defineProperty(this, 'relatedTarget', { value });
    },
  });
  return import('../../../entrypoints/hook/open-line');
};

const ask = (line: EventTarget, detail: string): void => {
  line.dispatchEvent(new CustomEvent(asked, { detail }));
};
const say = (line: EventTarget, detail: string): void => {
  line.dispatchEvent(new CustomEvent(said, { detail }));
};
const hand = (to: EventTarget, line: EventTarget): void => {
  to.dispatchEvent(new FocusEvent(handover, { relatedTarget: line }));
};

describe('the line at the beginning of a document', () => {
  it.each([
    ['the window, in a tab that has shown something before', 2],
    ['the document, where the window may be older', 1],
  ])('goes from the keeper to the hook by %s', async (_where, length) => {
    vi.spyOn(history, 'length', 'get').mockReturnValue(length);
    const heard = { window: vi.fn(), document: vi.fn() };
    window.addEventListener(handover, heard.window, true);
    document.addEventListener(handover, heard.document, true);
    const { takeLine, openLine } = await loadHook();
    const onTaken = vi.fn();
    takeLine(onTaken);
    const line = leaveLine();
    expect(onTaken.mock.calls).toEqual([[line]]);
    expect(heard.window).toHaveBeenCalledTimes(length === 2 ? 1 : 0);
    expect(heard.document).toHaveBeenCalledTimes(length === 2 ? 0 : 1);
    window.removeEventListener(handover, heard.window, true);
    document.removeEventListener(handover, heard.document, true);
    const onQuestion = vi.fn();
    const answer = openLine(line, onQuestion);
    ask(line, '7');
    expect(onQuestion.mock.calls).toEqual([['7']]);
    const told = vi.fn();
    line.addEventListener(said, (event) => told((event as CustomEvent).detail));
    answer('word');
    expect(told.mock.calls).toEqual([['word']]);
  });

  it('is taken once, and from nobody when the page has begun', async () => {
    const { takeLine } = await loadHook();
    const onTaken = vi.fn();
    takeLine(onTaken);
    // The page's own.
    window.dispatchEvent(new Event(handover));
    expect(onTaken).not.toHaveBeenCalled();
    takeLine(onTaken);
    hand(window, new EventTarget());
    hand(document, new EventTarget());
    hand(window, new EventTarget());
    expect(onTaken).toHaveBeenCalledTimes(2);
    takeLine(onTaken);
    document.documentElement.append(document.createElement('head'));
    hand(window, new EventTarget());
    expect(onTaken).toHaveBeenCalledTimes(2);
  });

  it.each(['interactive', 'complete'])('is no beginning of a document that is %s', (value) => {
    expect(isBeginning()).toBe(true);
    Object.defineProperty(document, 'readyState', { configurable: true, value });
    expect(isBeginning()).toBe(false);
  });

  it.each(['head', 'body'])('is no beginning of a document that has a %s', (name) => {
    expect(isBeginning()).toBe(true);
    document.documentElement.append(document.createElement(name));
    expect(isBeginning()).toBe(false);
  });
});

describe('the line', () => {
  it('answers while it is asked, with what belongs to the question', () => {
    const line = new EventTarget();
    const answer = (event: Event) => say(line, `{"after":${(event as CustomEvent).detail}}`);
    line.addEventListener(asked, answer);
    const bridge = openHookLine(line, () => {});
    expect(bridge.isHeard()).toBe(true);
    expect(bridge.entries(0)).toBe('{"after":0}');
    expect(bridge.entries(12_345)).toBe('{"after":12345}');
    line.removeEventListener(asked, answer);
    expect(bridge.isHeard()).toBe(false);
    // An old answer is no answer.
    expect(() => bridge.entries(1)).toThrow('did not answer');
  });

  it('tells of what was recorded, also in the middle of a question', () => {
    const line = new EventTarget();
    const onLogged = vi.fn();
    line.addEventListener(asked, () => {
      say(line, '{}');
      say(line, 'logged');
    });
    const bridge = openHookLine(line, onLogged);
    say(line, 'logged');
    expect(bridge.entries(0)).toBe('{}');
    expect(onLogged).toHaveBeenCalledTimes(2);
  });

  it('says that the extension is gone', () => {
    const line = new EventTarget();
    const heard: string[] = [];
    line.addEventListener(asked, (event) => heard.push((event as CustomEvent).detail));
    openHookLine(line, () => {}).sayGone();
    expect(heard).toEqual(['gone']);
  });
});
