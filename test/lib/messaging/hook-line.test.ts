// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBeginning, leaveLine, lineMark } from '../../../lib/messaging/handover';
import { asked, isTaken, openHookLine, said } from '../../../lib/messaging/hook-line';

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
  Object.assign(window, { addEventListener: listen, dispatchEvent: dispatch });
  // As in a browser: happy-dom has it in the classes of nodes.
  Object.defineProperty(Node.prototype, 'nodeValue', {
    configurable: true,
    get(this: Comment) {
      return this.data ?? null;
    },
    set(this: Comment, text: string) {
      this.data = text;
    },
  });
  return import('../../../entrypoints/hook/open-line');
};

const ask = (line: Node, word: string): void => {
  line.nodeValue = word;
  line.dispatchEvent(new Event(asked));
};
const say = (line: Node, word: string): void => {
  line.nodeValue = word;
  line.dispatchEvent(new Event(said));
};

describe('the node', () => {
  it('goes from the keeper to the hook, and is nowhere in the document then', async () => {
    const { takeLine, openLine } = await loadHook();
    const before = document.childNodes.length;
    const line = leaveLine();
    expect(isTaken(line)).toBe(false);
    expect(takeLine()).toBe(line);
    expect(isTaken(line)).toBe(true);
    expect(document.childNodes.length).toBe(before);
    const onQuestion = vi.fn();
    const answer = openLine(line, onQuestion);
    ask(line, '7');
    expect(onQuestion.mock.calls).toEqual([['7']]);
    const heard = vi.fn();
    line.addEventListener(said, () => heard(line.data));
    answer('word');
    expect(heard.mock.calls).toEqual([['word']]);
  });

  it('is taken from nobody else', async () => {
    const { takeLine } = await loadHook();
    expect(takeLine()).toBeUndefined();
    document.appendChild(document.createComment('another'));
    expect(takeLine()).toBeUndefined();
    expect(document.lastChild?.nodeValue).toBe('another');
  });

  it('is the keeper’s, also where somebody has left one before', async () => {
    const { takeLine } = await loadHook();
    document.appendChild(document.createComment(lineMark));
    const line = leaveLine();
    expect(takeLine()).toBe(line);
  });

  it.each(['interactive', 'complete'])('is not left in a document that is %s', (value) => {
    expect(isBeginning()).toBe(true);
    Object.defineProperty(document, 'readyState', { configurable: true, value });
    expect(isBeginning()).toBe(false);
  });

  it.each(['head', 'body', 'script', 'svg'])(
    'is not left in a document that has a %s, with or without a head',
    (name) => {
      expect(isBeginning()).toBe(true);
      document.documentElement.append(document.createElement(name));
      expect(isBeginning()).toBe(false);
    },
  );

  it('tells the window nothing, which whoever opened it can listen to', async () => {
    const heard = vi.fn();
    for (const name of [asked, said])
      for (const target of [window, document])
        target.addEventListener(name, heard, { capture: true });
    const { takeLine, openLine } = await loadHook();
    const line = leaveLine();
    takeLine();
    const answer = openLine(line, () => answer('{}'));
    expect(openHookLine(line, () => {}).isHeard()).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('the line', () => {
  it('answers while it is asked, with what belongs to the question', () => {
    const line = document.createComment('');
    const answer = () => say(line, `{"after":${line.data}}`);
    line.addEventListener(asked, answer);
    const bridge = openHookLine(line, () => {});
    expect(bridge.isHeard()).toBe(true);
    expect(bridge.entries(0)).toBe('{"after":0}');
    expect(bridge.entries(12_345)).toBe('{"after":12345}');
    // What was said stays nowhere.
    expect(line.data).toBe(lineMark);
    line.removeEventListener(asked, answer);
    expect(bridge.isHeard()).toBe(false);
    // An old answer is no answer.
    expect(() => bridge.entries(1)).toThrow('did not answer');
  });

  it('tells of what was recorded, also in the middle of a question', () => {
    const line = document.createComment('');
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
    const line = document.createComment('');
    const heard: string[] = [];
    line.addEventListener(asked, () => heard.push(line.data));
    openHookLine(line, () => {}).sayGone();
    expect(heard).toEqual(['gone']);
  });
});
