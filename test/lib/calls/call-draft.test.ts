import { describe, expect, it } from 'vitest';
import {
  type CallDraft,
  draftOf,
  emptyDraft,
  givenDraft,
  inputsOf,
  readDraft,
  restoreDraft,
} from '../../../lib/calls/call-draft';
import { inputOf } from '../../../lib/calls/object-input';
import { previewInput } from '../../../lib/calls/preview-input';

const draft = (change: Partial<CallDraft>): CallDraft => ({ ...emptyDraft, ...change });
const callOf = (change: Partial<CallDraft>) => {
  const read = readDraft(draft(change));
  if (!('call' in read)) throw new Error('refused');
  return read.call;
};

describe('a draft', () => {
  it('leaves out what is not given, at the end only', () => {
    expect(callOf({}).args).toEqual([]);
    expect(callOf({ match: inputOf({ a: 1 }) }).args).toEqual([{ a: 1 }]);
    expect(callOf({ custom: inputOf({ c: 1 }) }).args).toEqual([undefined, undefined, { c: 1 }]);
  });

  it.each([
    ['absent', []],
    ['false', [undefined, undefined, false]],
    ['true', [undefined, undefined, true]],
    ['custom', [undefined, undefined, { c: 1 }]],
  ] as const)('gives inexclusive %s', (third, args) => {
    const call = callOf({ method: 'updateSubscription', third, custom: inputOf({ c: 1 }) });
    expect(call.args).toEqual(args);
  });

  it('gives removeToken its prefix only', () => {
    const change = { method: 'removeToken', match: inputOf({ a: 1 }) } as const;
    expect(callOf(change).args).toEqual([]);
    expect(callOf({ ...change, prefix: 'p_' }).args).toEqual(['p_']);
  });

  it('does not read what a method does not take', () => {
    const broken = { ...inputOf(undefined), view: 'json', text: '{' } as const;
    expect(readDraft(draft({ method: 'removeToken', match: broken }))).toHaveProperty('call');
    expect(readDraft(draft({ instance: 'akpush', config: broken }))).toHaveProperty('call');
    expect(readDraft(draft({ config: broken }))).toMatchObject({ problems: { config: [{}] } });
    expect(inputsOf(draft({ method: 'updateSubscription', instance: 'x' }))).toEqual([
      'match',
      'update',
    ]);
  });

  it.each([
    ['initSubscription', [{ email: 'a@b.c' }, { _fname: 'A' }, { source: 'x' }]],
    ['updateSubscription', [{ email: 'a@b.c' }, undefined, true]],
    ['updateSubscription', [{ email: 'a@b.c' }, { a: 1 }, { source: 'x' }]],
    ['removeToken', ['p_']],
  ] as const)('of a recorded %s makes the same call', (method, args) => {
    expect(readDraft(draftOf(method, args as never))).toMatchObject({ call: { method, args } });
  });

  it('survives storage, and strangers in it', () => {
    const saved = draft({ method: 'removeToken', prefix: 'x', match: inputOf({ a: [1] }) });
    expect(restoreDraft(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
    for (const strange of [null, 7, { method: 'eval', third: 5, prefix: {} }])
      expect(restoreDraft(strange)).toEqual(emptyDraft);
  });
});

describe('what a draft gives', () => {
  const typed = {
    ...draftOf('initSubscription', [{ email: 'anna@example.com' }, { _fname: 'Anna' }]),
    prefix: 'old_',
    third: 'true' as const,
    instance: 'akpush',
  };

  it('to removeToken is its prefix alone', () => {
    const given = givenDraft({ ...typed, method: 'removeToken' });
    expect(given).toEqual({ ...emptyDraft, method: 'removeToken', prefix: 'old_' });
    expect(previewInput({ ...typed, method: 'removeToken' })).toBe('old_');
  });

  it('to initSubscription is no prefix and no third argument', () => {
    const given = givenDraft(typed);
    expect(given).toMatchObject({ prefix: '', third: 'absent', instance: 'akpush' });
    expect(given.match).toBe(typed.match);
    expect(previewInput(typed)).toContain('anna@example.com');
    expect(previewInput(typed)).not.toContain('old_');
  });
});
