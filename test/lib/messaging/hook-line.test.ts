// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { handOver, takeSecret } from '../../../lib/messaging/handover';
import { openHookLine, questionName } from '../../../lib/messaging/hook-line';

const say = (name: string, detail?: unknown): boolean =>
  dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

describe('the secret', () => {
  it.each(['keeper', 'hook'])('goes over when the %s starts first', (first) => {
    const taken = vi.fn();
    const use = vi.fn();
    const starts = [() => handOver(`secret of ${first}`, taken), () => takeSecret(use)];
    for (const start of first === 'keeper' ? starts : starts.toReversed()) start();
    expect(use.mock.calls).toEqual([[`secret of ${first}`]]);
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('is told to nobody who asks later, and nothing else is taken for it', () => {
    const taken = vi.fn();
    const use = vi.fn();
    handOver('s3cret', taken);
    takeSecret(use);
    const heard = vi.fn();
    addEventListener('akpush-inspector', heard);
    dispatchEvent(new Event('akpush-inspector?'));
    expect(heard).not.toHaveBeenCalled();
    expect(say('akpush-inspector', 'forged')).toBe(true);
    expect(use.mock.calls).toEqual([['s3cret']]);
    expect(taken).toHaveBeenCalledTimes(1);
  });
});

describe('the line', () => {
  it('answers while it is asked, with what belongs to the question', () => {
    const answer = (event: Event) =>
      say('line-a', `{"after":${(event as CustomEvent<string>).detail}}`);
    addEventListener(questionName('line-a'), answer);
    const line = openHookLine('line-a', () => {});
    expect(line.entries(0)).toBe('{"after":0}');
    expect(line.entries(12_345)).toBe('{"after":12345}');
    removeEventListener(questionName('line-a'), answer);
    // An old answer is no answer.
    expect(() => line.entries(1)).toThrow('did not answer');
  });

  it('tells of what was recorded, also in the middle of a question', () => {
    const onLogged = vi.fn();
    addEventListener(questionName('line-b'), () => {
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
    addEventListener(questionName('line-c'), () => {
      for (const detail of [null, 7, { text: '{}' }, ['{}']]) say('line-c', detail);
    });
    expect(() => line.entries(0)).toThrow('did not answer');
  });

  it('says that the extension is gone', () => {
    const heard: unknown[] = [];
    addEventListener(questionName('line-d'), (event) => heard.push((event as CustomEvent).detail));
    openHookLine('line-d', () => {}).sayGone();
    expect(heard).toEqual(['gone']);
  });
});
