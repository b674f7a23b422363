// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver, isBeginning } from '../../../lib/messaging/handover';
import { openHookLine, questionName } from '../../../lib/messaging/hook-line';

/** As at `document_start`, with no script of the page before. */
beforeEach(() => {
  const own = { configurable: true, value: new EventTarget() };
  Object.defineProperty(document, 'fonts', own);
  Object.defineProperty(document, 'head', { configurable: true, value: null });
  Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
});
const { addEventListener, dispatchEvent } = window;
afterEach(() => {
  Object.assign(window, { addEventListener, dispatchEvent });
  for (const name of ['fonts', 'head', 'readyState'] as const) delete document[name as never];
});

const say = (name: string, detail?: unknown): boolean =>
  document.fonts.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

/** The hook's half, which takes what it needs from the realm when it is loaded. */
const loadHook = async () => {
  vi.resetModules();
  // As in a browser: those of happy-dom's window are bound to it.
  const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
  Object.assign(window, { addEventListener: listen, dispatchEvent: dispatch });
  return (await import('../../../entrypoints/hook/open-line')).openLine;
};

describe('the secret', () => {
  it.each(['keeper', 'hook'])('goes over when the %s starts first', async (first) => {
    const openLine = await loadHook();
    const taken = vi.fn();
    const asked = vi.fn();
    const starts = [() => handOver(`secret of ${first}`, taken), () => openLine(asked)];
    for (const start of first === 'keeper' ? starts : starts.toReversed()) start();
    expect(taken).toHaveBeenCalledTimes(1);
    say(questionName(`secret of ${first}`), '7');
    expect(asked.mock.calls).toEqual([['7']]);
  });

  it('is told to nobody who asks later, and nothing else is taken for it', async () => {
    const openLine = await loadHook();
    const taken = vi.fn();
    const asked = vi.fn();
    handOver('s3cret', taken);
    const answer = openLine(asked);
    const heard = vi.fn();
    document.fonts.addEventListener('akpush-inspector', heard);
    say('akpush-inspector?');
    expect(heard).not.toHaveBeenCalled();
    expect(say('akpush-inspector', 'forged')).toBe(true);
    say(questionName('forged'), '7');
    expect(asked).not.toHaveBeenCalled();
    const said = vi.fn();
    document.fonts.addEventListener('s3cret', ({ detail }: CustomEventInit) => said(detail));
    answer('word');
    expect(said.mock.calls).toEqual([['word']]);
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('says nothing before there is one', async () => {
    const openLine = await loadHook();
    const dispatched = vi.spyOn(document.fonts, 'dispatchEvent');
    openLine(() => {})('word');
    expect(dispatched.mock.calls.map(([{ type }]) => type)).not.toContain('');
  });

  it.each([
    ['has a head', 'head', {}],
    ['is interactive', 'readyState', 'interactive'],
    ['is complete', 'readyState', 'complete'],
  ])('is not told in a document that %s', (_what, name, value) => {
    const heard = vi.fn();
    document.fonts.addEventListener('akpush-inspector', heard);
    const become = () => Object.defineProperty(document, name, { configurable: true, value });
    // Nobody was there to take it, and later the page asks.
    handOver('s3cret', () => {});
    expect(heard).toHaveBeenCalledTimes(1);
    become();
    expect(isBeginning()).toBe(false);
    say('akpush-inspector?');
    handOver('s3cret', () => {});
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('does not pass the window, which whoever opened it can listen to', async () => {
    const heard = vi.fn();
    for (const name of ['akpush-inspector', 'akpush-inspector?', 's3cret', 's3cret!'])
      for (const target of [window, document])
        target.addEventListener(name, heard, { capture: true });
    const openLine = await loadHook();
    handOver('s3cret', () => {});
    openLine(() => {});
    expect(openHookLine('s3cret', () => {}).isHeard()).toBe(false);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('the line', () => {
  it('answers while it is asked, with what belongs to the question', () => {
    const answer = (event: Event) =>
      say('line-a', `{"after":${(event as CustomEvent<string>).detail}}`);
    document.fonts.addEventListener(questionName('line-a'), answer);
    const line = openHookLine('line-a', () => {});
    expect(line.isHeard()).toBe(true);
    expect(line.entries(0)).toBe('{"after":0}');
    expect(line.entries(12_345)).toBe('{"after":12345}');
    document.fonts.removeEventListener(questionName('line-a'), answer);
    expect(line.isHeard()).toBe(false);
    // An old answer is no answer.
    expect(() => line.entries(1)).toThrow('did not answer');
  });

  it('tells of what was recorded, also in the middle of a question', () => {
    const onLogged = vi.fn();
    document.fonts.addEventListener(questionName('line-b'), () => {
      say('line-b', '{}');
      say('line-b', 'logged');
    });
    const line = openHookLine('line-b', onLogged);
    say('line-b', 'logged');
    expect(line.entries(0)).toBe('{}');
    expect(onLogged).toHaveBeenCalledTimes(2);
  });

  it('takes nothing but text', () => {
    const line = openHookLine('line-c', () => {});
    document.fonts.addEventListener(questionName('line-c'), () => {
      for (const detail of [null, 7, { text: '{}' }, ['{}']]) say('line-c', detail);
    });
    expect(() => line.entries(0)).toThrow('did not answer');
  });

  it('says that the extension is gone', () => {
    const heard: unknown[] = [];
    document.fonts.addEventListener(questionName('line-d'), (event) =>
      heard.push((event as CustomEvent).detail),
    );
    openHookLine('line-d', () => {}).sayGone();
    expect(heard).toEqual(['gone']);
  });
});
