import { describe, expect, it } from 'vitest';
import type { PushMode } from '../../../lib/akpush/push-mode';
import { brokenPayloads } from '../../../lib/push/broken-payloads';
import { maxPlaintext } from '../../../lib/push/encrypt';
import {
  draftText,
  newPushDraft,
  restorePushDraft,
  switchPushView,
  withMode,
} from '../../../lib/push/push-draft';
import { formOf, type PushForm, payloadOf, templateForm } from '../../../lib/push/push-form';
import { namesOf, type PushRequest, previewOf } from '../../../lib/push/push-request';

const modes: readonly PushMode[] = ['firebase', 'safari', 'pull'];

const full: PushForm = {
  title: 'Tea "quoted" </b>',
  body: 'Body\nof two lines',
  icon: 'https://shop.example/i.png',
  image: 'https://shop.example/p.png',
  tag: 'tea',
  link: 'https://shop.example/?a=1',
  ack: 'https://hub.example/ack',
  open: 'https://hub.example/open',
  actions: [{ action: 'https://shop.example/buy', title: 'Buy' }],
  extra: [{ name: 'campaign', type: 'number', text: '7' }],
};
const ofPull = (form: PushForm): PushForm => ({ ...form, ack: '', open: '' });

describe.each(modes)('a message in %s mode', (mode) => {
  const form = mode === 'pull' ? ofPull(full) : full;

  it('is read back as it was written', () => {
    expect(formOf(payloadOf(form, mode), mode)).toEqual(form);
  });

  it('is not shown as a form when something would be lost', () => {
    for (const json of ['{', '[]', '{"title":"x","more":1}', '{"notification":{"vibrate":[1]}}'])
      expect(formOf(json, mode), json).toBeUndefined();
  });

  it('has no address of a real site in its template', () => {
    const text = payloadOf(templateForm, mode);
    expect(text).not.toMatch(/https?:/);
    if (mode !== 'pull') expect(text).toContain('data:,ack');
  });

  it('is previewed as its worker would show it', () => {
    const preview = previewOf(payloadOf(form, mode), mode);
    expect(preview).toMatchObject({
      title: form.title,
      link: form.link,
      options: { body: form.body, tag: 'tea', actions: form.actions },
    });
    expect(previewOf('{', mode)).toBeUndefined();
  });
});

describe('what the SDK reads as JSON text', () => {
  it('is JSON text in Firebase mode', () => {
    const message = JSON.parse(payloadOf(full, 'firebase'));
    expect(JSON.parse(message.data.hub_link)).toEqual({ ack: full.ack, open: full.open });
    expect(JSON.parse(message.data.ak_actions)).toEqual(full.actions);
    expect(message.fcmOptions.link).toBe(full.link);
  });

  it('is the whole data in Safari mode', () => {
    const { data } = JSON.parse(payloadOf(full, 'safari'));
    expect(JSON.parse(data)).toEqual({
      hub_link: { ack: full.ack, open: full.open },
      url: full.link,
      campaign: 7,
    });
  });
});

it('ack and open are named by their addresses', () => {
  const request = { text: payloadOf(full, 'firebase'), mode: 'firebase' } as PushRequest;
  expect(namesOf(request)).toEqual({ [full.ack]: 'ack', [full.open]: 'open' });
  expect(namesOf({ ...request, text: 'no JSON' })).toEqual({});
});

it('pushes that are broken on purpose are what they say', () => {
  const payloads = Object.fromEntries(
    brokenPayloads('firebase', templateForm).map(({ id, payload }) => [id, payload]),
  );
  expect(payloads.empty).toBeNull();
  expect(() => JSON.parse(payloads.malformed ?? '')).toThrow();
  expect(() => JSON.parse(payloads['not-json'] ?? '')).toThrow();
  expect(payloads['no-hub-link']).not.toContain('hub_link');
  expect(payloads.longest).toHaveLength(maxPlaintext);
  expect(payloads['too-long']).toHaveLength(maxPlaintext + 1);
});

describe('a draft', () => {
  it('is one message in two views', () => {
    const draft = { ...newPushDraft('firebase'), form: full };
    const there = switchPushView(draft);
    expect(there && draftText(there)).toBe(payloadOf(full, 'firebase'));
    expect(there && switchPushView(there)).toMatchObject({ view: 'form', form: full });
    expect(switchPushView({ ...draft, view: 'json', text: '{' })).toBeUndefined();
    expect(draftText({ ...draft, isEmpty: true })).toBeNull();
  });

  it('keeps its fields in another mode', () => {
    const draft = { ...newPushDraft('firebase'), form: full };
    expect(draftText(withMode(draft, 'safari'))).toBe(payloadOf(full, 'safari'));
    const text = { ...draft, view: 'json' as const, text: '{"a":1}' };
    expect(draftText(withMode(text, 'safari'))).toBe('{"a":1}');
  });

  it('survives storage, without a private key, and strangers in it', () => {
    const draft = { ...newPushDraft('pull'), form: ofPull(full), isReplaced: true };
    expect(restorePushDraft(JSON.parse(JSON.stringify(draft)))).toMatchObject({
      mode: 'pull',
      isReplaced: true,
      form: ofPull(full),
    });
    expect(Object.keys(draft)).not.toContain('vapidPrivate');
    for (const strange of [null, 7, { mode: 'x', form: { actions: 7, extra: [null] } }])
      expect(draftText(restorePushDraft(strange))).toContain('{');
  });
});
