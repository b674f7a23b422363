// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingEntry } from '../../../entrypoints/hook/log';

type Hook = Pick<typeof import('../../../entrypoints/hook/log'), 'draft' | 'end'> &
  Pick<typeof import('../../../entrypoints/hook/cause'), 'enter' | 'leave'>;

let hook: Hook;

beforeEach(async () => {
  vi.resetModules();
  const { draft, end } = await import('../../../entrypoints/hook/log');
  hook = { draft, end, ...(await import('../../../entrypoints/hook/cause')) };
});

/** A call begins, and its synchronous part is over; what `inside` does is in that part. */
const call = (name: string, inside?: () => void): PendingEntry => {
  const entry = hook.draft('call', name, '', true);
  const outer = hook.enter(entry);
  inside?.();
  hook.leave(outer);
  return entry;
};

const request = (): PendingEntry => hook.draft('request', 'fetch');

describe('the cause of an entry', () => {
  it('is nothing when nothing is pending', () => {
    expect(request()).toMatchObject({ parent: undefined, candidates: '' });
  });

  it('is the call that runs', () => {
    let inside: PendingEntry | undefined;
    const other = call('other');
    const entry = call('initSubscription', () => {
      inside = request();
    });
    expect(inside?.parent).toBe(entry);
    expect(other.parent).toBeUndefined();
  });

  it('is the call that is pending alone', () => {
    const entry = call('initSubscription');
    expect(request().parent).toBe(entry);
    hook.end(entry, 'ok');
    expect(request()).toMatchObject({ parent: undefined, candidates: '' });
  });

  it('is the innermost of calls inside each other', () => {
    let inner: PendingEntry | undefined;
    const outer = call('initSubscription', () => {
      inner = call('subscribe');
    });
    // A call in the synchronous part of another belongs to it, whoever makes it.
    expect(inner?.parent).toBe(outer);
    expect(request().parent).toBe(inner);
    hook.end(inner as PendingEntry, 'failed');
    expect(request().parent).toBe(outer);
  });

  it('is uncertain between calls that have nothing to do with each other', () => {
    const first = call('initSubscription');
    const second = call('updateSubscription');
    const found = request();
    expect(found.parent).toBeUndefined();
    expect(found.candidates).toBe(`${first.id},${second.id}`);
    hook.end(first, 'ok');
    expect(request()).toMatchObject({ parent: second, candidates: '' });
  });

  it('is no pending call for what the page itself begins', () => {
    call('initSubscription');
    const own = hook.draft('call', 'updateSubscription', '', true);
    expect(own).toMatchObject({ parent: undefined, candidates: '' });
  });

  it('is never an entry that is no call', () => {
    const event = hook.draft('event', 'subscribe');
    const outer = hook.enter(event);
    expect(request().parent).toBeUndefined();
    hook.leave(outer);
  });

  it('is one of the last hundred calls, however many are pending', () => {
    for (let i = 0; i < 5_000; i++) call('never');
    const ids = request().candidates.split(',');
    expect(ids).toHaveLength(100);
    expect(ids.at(-1)).toBe('5000');
  });
});
