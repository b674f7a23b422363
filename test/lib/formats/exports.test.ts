import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportSession, issueText } from '../../../lib/formats/export-session';
import { withEffects } from '../../../lib/formats/pick-entries';
import { provideMessages } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import english from '../../../public/_locales/en/messages.json';
import { schemaText } from '../../../scripts/schema-text';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry, makePage, makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const about = { extension: '1.2.3', browser: 'Test/1' };
const read = (
  session: Session,
  format: 'session' | 'report' | 'har' | 'csv',
  keys?: ReadonlySet<string>,
) => exportSession(session, { format, withSecrets: false, about, keys }).text;

describe('session file', () => {
  const file = new URL('../../../docs/session.schema.json', import.meta.url);

  test('docs/session.schema.json is the schema that files are read by; npm run schema writes it', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(schemaText()));
  });

  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
  test.each([
    ['a shop', makeShopSession()],
    ['a diagnosed page', makeDiagnosed()],
    [
      'with remarks and moments',
      (() => {
        const noted = reduce(makeDiagnosed(), {
          type: 'remark',
          key: '1:1',
          remark: { isBookmarked: true, note: 'see' },
        });
        return reduce(noted, { type: 'moment', id: 'a', at: 5, label: 'here' });
      })(),
    ],
  ])('%s is valid', (_, session) => {
    validate(JSON.parse(read(session, 'session')));
    expect(validate.errors).toBeNull();
  });

  test('the schema refuses what is no session', () => {
    expect(
      validate({ ...JSON.parse(read(makeDiagnosed(), 'session')), entries: [{ id: 'x' }] }),
    ).toBe(false);
  });
});

describe('HAR', () => {
  const har = JSON.parse(read(makeShopSession(), 'har')).log;
  test('has what the format demands', () => {
    expect(har).toMatchObject({
      version: '1.2',
      creator: { name: 'AKPush Inspector', version: '1.2.3' },
    });
    for (const entry of har.entries) {
      expect(har.pages.map(({ id }: { id: string }) => id)).toContain(entry.pageref);
      for (const field of ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'])
        expect(entry).toHaveProperty(field);
      for (const field of [
        'method',
        'url',
        'httpVersion',
        'cookies',
        'headers',
        'queryString',
        'headersSize',
        'bodySize',
      ])
        expect(entry.request).toHaveProperty(field);
      for (const field of [
        'status',
        'statusText',
        'httpVersion',
        'cookies',
        'headers',
        'content',
        'redirectURL',
        'headersSize',
        'bodySize',
      ])
        expect(entry.response).toHaveProperty(field);
    }
  });
  test('has the SDK’s requests', () => {
    expect(
      har.entries.map(({ response }: { response: { status: number } }) => response.status),
    ).toEqual([200, 200, 500, 0]);
  });
});

describe('CSV', () => {
  test('a line for each entry', () => {
    const session = makeShopSession();
    const lines = read(session, 'csv').trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFtime,page,id,kind,name,status,http,ms,outcome,summary,url,frame');
    expect(lines).toHaveLength(session.entries.length + 1);
  });
  test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\ttab'])('%j is no formula', (name) => {
    const session = makeDiagnosed({ entries: [makeEntry('event', { id: 1, name })] });
    const [, line = ''] = read(session, 'csv').split('\r\n');
    expect(line).toContain(`'${name}`);
  });
});

test('the report has environment, diagnosis, state and steps', () => {
  const text = read(makeDiagnosed(), 'report');
  for (const part of ['# Web push on', '## Environment', '## Evidence', '## State', '## Steps'])
    expect(text).toContain(part);
  expect(text).toContain('1. ');
});

test('a report is of one frame: its diagnosis, its state and its address', () => {
  const url = 'https://frame.example/offers';
  const session = [
    {
      type: 'page',
      info: makePage({ document: 'inner', url }),
      preserve: false,
      frame: 7,
      parent: 0,
    },
    {
      type: 'entries',
      document: 'inner',
      frame: 7,
      entries: [makeEntry('call', { id: 1, name: 'initSubscription', url })],
      lost: 0,
    },
  ].reduce((held, change) => reduce(held, change as SessionChange), makeDiagnosed());
  const about = { extension: '1', browser: 'Chrome' };
  const of = (frame: number | undefined) => ({
    report: exportSession(session, { format: 'report', withSecrets: true, about, frame }).text,
    issue: issueText(session, { withSecrets: true, about, frame }),
  });
  const [page, inner] = [of(undefined), of(7)];
  expect(page.report).not.toContain('Frame: ');
  expect(page.report).toContain('| part |');
  // Nothing was read in the frame: what is known of the page is not said of it.
  expect(inner.report).not.toContain('| part |');
  for (const text of [inner.report, inner.issue]) {
    expect(text).toMatch(/^# AKPush: The outcome of initSubscription/);
    expect(text).toContain('Frame: `frame.example/offers`');
  }
  const lines = exportSession(session, { format: 'csv', withSecrets: true, about })
    .text.trimEnd()
    .split('\r\n');
  expect(lines.at(-1)?.endsWith(',7')).toBe(true);
  expect(lines[1]?.endsWith(',0')).toBe(true);
});

test('a selection has what it caused, what caused it, and its page', () => {
  const session = makeShopSession();
  const file = JSON.parse(read(session, 'session', withEffects(session, '1:5')));
  expect(file.entries.map(({ key }: { key: string }) => key)).toEqual([
    '1:5',
    '1:6',
    '1:7',
    '1:8',
    '1:9',
    '1:10',
  ]);
  const step = JSON.parse(read(session, 'session', new Set(['1:9'])));
  expect(step.entries.map(({ key }: { key: string }) => key)).toEqual(['1:5', '1:9']);
});

describe('what is said of a file', () => {
  const exported = (more: Partial<Parameters<typeof exportSession>[1]>) => {
    const given = { format: 'session', withSecrets: false, about, ...more } as const;
    const { name, text } = exportSession(makeDiagnosed(), given);
    return { name, file: JSON.parse(text) };
  };

  test('its name, without secrets that a user wrote into it', () => {
    const { name, file } = exported({ name: 'Asked anna@shop.example' });
    expect(name).toBe('Asked-email-1.akpush.json');
    expect(file.name).toBe('Asked email#1');
    expect(exported({ name: 'Asked anna@shop.example', withSecrets: true }).file.name).toBe(
      'Asked anna@shop.example',
    );
  });

  test('that the recording was cut', () => {
    expect(exported({ isCut: true }).file.cut).toBe(true);
    expect(exported({}).file.cut).toBeUndefined();
  });

  test('that it has no secrets, also where they were asked for and are not there', () => {
    expect(exported({ withSecrets: true }).file.redacted).toBe(false);
    expect(exported({ withSecrets: true, wasRedacted: true }).file.redacted).toBe(true);
  });
});
