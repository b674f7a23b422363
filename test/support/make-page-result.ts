import type { CheckReport, FoundExpectation, PageResult } from '../../cli/page-result';

/** What came of expectations, with a text in each such place: one is met, one is not, one was not seen. */
export const makeExpectations = (text: string): FoundExpectation[] => [
  {
    id: 'calls.0',
    part: 'calls',
    status: 'met',
    title: text,
    note: '',
    evidence: [{ label: text, text: 'ok', entry: '1:1' }],
  },
  {
    id: `calls.0.match.required.${text}`,
    part: 'calls',
    status: 'failed',
    title: text,
    note: text,
    evidence: [{ label: text, text: 'ok', entry: '1:1' }],
  },
  { id: 'pushes.0', part: 'pushes', status: 'unseen', title: text, note: text, evidence: [] },
];

/** A page's result with a text in each place that a page, a server or a user can write in. */
export const makePageResult = (text: string, more: Partial<PageResult> = {}): PageResult => ({
  url: `https://shop.example/?${text}`,
  browser: { name: 'chromium', userAgent: `Browser/1 ${text}` },
  scenario: 'load',
  permission: 'default',
  pushService: 'own',
  startedAt: '2026-11-23T09:30:15.120Z',
  duration: 4_200,
  problem: null,
  checkup: null,
  push: null,
  session: null,
  expectations: null,
  diagnosis: {
    verdict: { id: 'broken', sentence: 'Pushes cannot arrive.', reason: text, next: text },
    chain: [
      {
        node: 'page',
        state: 'broken',
        sign: 'fault',
        isWarned: false,
        note: text,
        findings: ['no-sdk'],
      },
    ],
    findings: [
      {
        id: 'no-sdk',
        part: 'page',
        node: 'sdk',
        severity: 'error',
        level: 'error',
        isKnown: false,
        isGuess: false,
        title: text,
        sentence: text,
        evidence: [
          { label: text, text },
          { label: `#1 call ${text}`, text: 'ok', entry: '1:1' },
        ],
        advice: [{ who: 'site', text }],
        link: 'https://guides.altcraft.com/',
        consequences: [{ id: 'no-token', severity: 'warning', title: text, sentence: text }],
      },
      {
        id: 'two-sdks',
        part: 'page',
        node: 'sdk',
        severity: 'warning',
        level: 'warning',
        isKnown: false,
        isGuess: true,
        title: text,
        sentence: text,
        evidence: [],
        advice: [],
        link: 'https://guides.altcraft.com/',
        consequences: [],
      },
    ],
    checks: (
      [
        ['no-sdk', 'found'],
        ['two-sdks', 'found'],
        ['no-token', 'found'],
        ['sdk-threw', 'passed'],
        ['sdk-http', 'not-applicable'],
        ['worker-http', 'not-known-yet'],
        ['push-shown-twice', 'not-seen-here'],
        ['key-differs', 'failed'],
      ] as const
    ).map(([id, answer]) => ({ id, part: 'page', answer, title: text, about: text })),
  },
  ...more,
});

/** A report of such pages. */
export const makeCheckReport = (
  pages: readonly PageResult[],
  more: Partial<CheckReport> = {},
): CheckReport => ({
  format: 'akpush-inspector-check',
  version: 1,
  inspector: '1.2.3',
  failOn: 'error',
  exitCode: 1,
  gone: [],
  pages: [...pages],
  ...more,
});
