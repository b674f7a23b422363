import { beforeAll, expect, it } from 'vitest';
import { toReport } from '../../../lib/formats/to-report';
import { tell } from '../../../lib/formats/told';
import { provideMessages } from '../../../lib/i18n/message';
import type { Seen } from '../../../lib/model/seen';
import { reduce } from '../../../lib/session/reduce';
import { toggleBookmark } from '../../../lib/timeline/toggle-bookmark';
import english from '../../../public/_locales/en/messages.json';
import { makeSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/148.0.0.0 Safari/537.36';

const reportOf = (seen: Seen | undefined): string => {
  const sent = reduce(makeSession([]), {
    type: 'push',
    push: {
      ref: '1',
      push: { kind: 'push', name: 'push', status: 'ok', time: 1, detail: { way: 'worker' } },
      steps: [],
    },
  });
  const session = seen ? reduce(sent, { type: 'remark', key: 'push:1', remark: { seen } }) : sent;
  return toReport(session, tell(session), { extension: '1', browser });
};

it('says whether the tester saw a push, and what was tried', () => {
  expect(reportOf(undefined)).not.toContain('tester');
  expect(reportOf({ isSeen: true, tried: [] })).toContain('The tester saw it');
  const report = reportOf({ isSeen: false, tried: ['windows-app'] });
  expect(report).toContain('The tester did not see it');
  expect(report).toContain('allow notifications of Google Chrome');
});

it('outlives a bookmark that is set and taken away', () => {
  const seen: Seen = { isSeen: false, tried: [] };
  const marked = toggleBookmark({ seen });
  expect(marked).toEqual({ seen, isBookmarked: true });
  expect(toggleBookmark(marked ?? undefined)).toEqual({ seen });
});
