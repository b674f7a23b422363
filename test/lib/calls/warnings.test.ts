import { describe, expect, it } from 'vitest';
import type { ReadyCall } from '../../../lib/calls/call-draft';
import { warningsOf } from '../../../lib/calls/warnings';

const call = (change: Partial<ReadyCall>): ReadyCall => ({
  method: 'initSubscription',
  args: [{ email: 'a@b.example' }],
  instance: 'akpush',
  config: undefined,
  ...change,
});
const ids = (change: Partial<ReadyCall>, isRunning = false) =>
  warningsOf(call(change), undefined, isRunning).map(({ id, input }) =>
    input ? `${input} ${id}` : id,
  );

describe('warnings before a call', () => {
  it('are none for a call that is in order', () => {
    expect(ids({})).toEqual([]);
    expect(
      ids({
        args: [
          { phone: '+7 900 000-00-00', db: [17, 21] },
          { _fname: 'A', shoe_size: 44 },
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    [[], 'match no-match'],
    [[{ db: 1 }], 'match no-match'],
    [[{ email: 'not a URL' }], 'match email'],
    [[{ phone: 'call me' }], 'match phone'],
    [[{ user_id: 'u', db: 'two' }], 'match db'],
    [[{ user_id: 'u', db: [] }], 'match db'],
    [[{ user_id: 'u', db: 1.5 }], 'match db'],
    [[{ _fname: 'A' }], 'match match-system'],
    [[{ user_id: 'u' }, { fname: 'A' }], 'update looks-system'],
    [[{ user_id: 'u' }, { _shoe: 44 }], 'update unknown-system'],
    [[{ email: 'a@b.example' }, { email: 'c@d.example' }], 'update other-email'],
  ])('of %j: %s', (args, id) => {
    expect(ids({ args: args as never })).toEqual([id]);
  });

  it('say that others are suspended, unless inexclusive is true', () => {
    const update = { method: 'updateSubscription' } as const;
    expect(ids({ ...update })).toEqual(['exclusive']);
    expect(ids({ ...update, args: [{ user_id: 'u' }, undefined, true] })).toEqual([]);
  });

  it('say that an init is running', () => {
    expect(ids({}, true)).toEqual(['running']);
  });

  it('ask nothing of removeToken', () => {
    expect(ids({ method: 'removeToken', args: [] })).toEqual([]);
  });
});
