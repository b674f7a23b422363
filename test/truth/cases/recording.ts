import { pressInit, type TruthCase } from '../truth-case';

declare const akpush: { initSubscription(match: object): Promise<unknown> };

/** K13: nothing that a page does ends the recording. */
export const recording: readonly TruthCase[] = [
  {
    id: 'load-is-late',
    kind: 'K13',
    firefox: true,
    moments: [
      { does: ({ go }) => void go({ loading: 'held' }), verdict: 'not-subscribed' },
      { does: pressInit, verdict: 'not-subscribed' },
      { does: ({ release }) => release(), verdict: 'not-subscribed' },
    ],
  },
  {
    id: 'load-never-came',
    kind: 'K13',
    moments: [
      {
        does: ({ go }) => void go({ loading: 'held', auto: 'init' }).catch(() => {}),
        verdict: 'not-subscribed',
        must: ['load-never-came'],
        says: ['/held.svg'],
      },
      {
        does: pressInit,
        verdict: 'not-subscribed',
        must: ['load-never-came'],
        says: ['/held.svg'],
      },
    ],
  },
  {
    id: 'document-opened',
    kind: 'K13',
    firefox: true,
    moments: [
      { verdict: 'not-subscribed' },
      {
        does: ({ page }) =>
          page.evaluate(async () => {
            document.open();
            document.write('<p>Tea</p>');
            document.close();
            await akpush.initSubscription({ email: 'mira@example.com' });
          }),
        verdict: 'works',
      },
    ],
  },
];
