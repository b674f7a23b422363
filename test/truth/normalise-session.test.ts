import { expect, test } from 'vitest';
import { normaliseSession } from './normalise-session';

const servers = { 8140: 'http://localhost:40001', 8141: 'http://127.0.0.1:40002' };

/** A session file with what differs between recordings. */
const recorded = ({
  port,
  at,
  id,
  panel,
}: {
  port: number;
  at: number;
  id: string;
  panel: string;
}): string =>
  JSON.stringify({
    savedAt: new Date(at).toISOString(),
    pages: [
      {
        timeOrigin: at + 0.5,
        url: `http://localhost:${port}/?back=http%3A%2F%2Flocalhost%3A${port}`,
      },
    ],
    entries: [{ id, took: port, time: at + 1000, text: `at ${at + 2000}, again ${id}` }],
    remarks: { [`push:${panel}.1`]: {} },
    outcomes: { '1:1': {} },
    findings: [{}],
  });

test('two recordings of the same are the same', () => {
  const first = normaliseSession(
    recorded({
      port: 40001,
      at: 1764400000000,
      id: '0f3f1f6e-98a7-4d1f-8a3f-0c0ffee00001',
      panel: 'k3',
    }),
    servers,
  );
  const second = normaliseSession(
    recorded({
      port: 50001,
      at: 1764500000000,
      id: '7d3f1f6e-98a7-4d1f-8a3f-0c0ffee00002',
      panel: '9zq',
    }),
    { ...servers, 8140: 'http://localhost:50001' },
  );
  expect(second.replace('50001', '40001')).toBe(first);
  expect(JSON.parse(first)).toEqual({
    savedAt: '2026-01-01T00:00:00.000Z',
    pages: [
      {
        timeOrigin: 1767225600000.5,
        url: 'http://localhost:8140/?back=http%3A%2F%2Flocalhost%3A8140',
      },
    ],
    entries: [
      {
        id: '00000000-0000-4000-8000-000000000001',
        // No port.
        took: 40001,
        time: 1767225601000,
        text: 'at 1767225602000, again 00000000-0000-4000-8000-000000000001',
      },
    ],
    remarks: { 'push:panel.1': {} },
    outcomes: {},
    findings: [],
  });
});
