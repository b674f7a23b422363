import { faultCase, pressInit, type TruthCase, type Visit } from '../truth-case';

/** Waits until a worker controls the page. */
const controlled = ({ page }: Visit): Promise<unknown> =>
  page.waitFor(() => navigator.serviceWorker.controller !== null);

/** K9: who answered. */
export const whoAnswered: readonly TruthCase[] = [
  faultCase('K9', 'server-refused', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K9', 'update-said-ok', 'limited'),
  faultCase('K9', 'server-unreachable', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K9', 'answered-by-worker', 'broken', {
    firefox: true,
    says: ['/service-worker.js', '504'],
  }),
  {
    id: 'kept-by-worker',
    kind: 'K9',
    variant: { worker: 'keeps', prompt: 'browser' },
    moments: [
      {
        does: async (visit) => {
          visit.fail('save', { unreachable: true });
          await controlled(visit);
          await visit.subscribe('request-failed');
        },
        verdict: 'limited',
        must: ['answered-by-worker'],
        says: ['202'],
      },
    ],
  },
  {
    id: 'handed-on-by-worker',
    kind: 'healthy',
    firefox: true,
    variant: { worker: 'between', prompt: 'browser' },
    moments: [
      {
        does: async (visit) => {
          await controlled(visit);
          await visit.subscribe();
        },
        verdict: 'works',
      },
    ],
  },
  {
    id: 'refusal-handed-on-by-worker',
    kind: 'K9',
    variant: { worker: 'between', prompt: 'browser' },
    moments: [
      {
        does: async (visit) => {
          visit.fail('save', { status: 503 });
          await controlled(visit);
          await visit.subscribe('request-failed');
        },
        verdict: 'broken',
        must: ['server-refused'],
      },
    ],
  },
  {
    id: 'answered-by-script',
    kind: 'K9',
    variant: { fetch: 'answering' },
    moments: [
      {
        does: async (visit) => {
          visit.fail('save', { unreachable: true });
          await visit.subscribe('request-failed');
        },
        verdict: 'broken',
        must: ['server-unreachable'],
        says: ['by a script of the page'],
      },
    ],
  },
  faultCase('K9', 'firebase-refused', 'broken'),
  faultCase('K9', 'firebase-unreachable', 'broken', { firefox: true }),
  {
    id: 'header-of-the-page',
    kind: 'K9',
    firefox: true,
    variant: { fetch: 'traced', keyed: '1' },
    moments: [
      { does: pressInit, verdict: 'broken', must: ['server-unreachable'], says: ['traceparent'] },
    ],
  },
  {
    id: 'refused-once',
    kind: 'K9',
    moments: [
      {
        does: async (visit) => {
          visit.fail('save', { status: 503 });
          await visit.subscribe('request-failed');
          visit.fail('save', null);
          await visit.page.click('#init');
        },
        verdict: 'broken',
        must: ['server-refused'],
      },
    ],
  },
  {
    id: 'service-switched-off',
    kind: 'K9',
    variant: { mode: 'firebase', fcm: 'before-2024' },
    moments: [{ does: pressInit, verdict: 'broken', must: ['firebase-unreachable'] }],
  },
];
