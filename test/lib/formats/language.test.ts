import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportSession } from '../../../lib/formats/export-session';
import { type MessageFile, provideMessages } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { builds, partsOf } from '../../support/builds';
import { makeDiagnosed } from '../../support/make-input';
import { ruleInputs } from '../../support/rule-inputs';

/*
 * A session file says the same whatever language its saver reads: all that is judged is keys and values. A report is for people, and in words.
 */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const build = builds.find(({ generation, mode }) => generation === 'G6' && mode === 'pull');

const exported = (session: Session, format: 'session' | 'report', texts: MessageFile): string => {
  provideMessages(texts);
  const about = { extension: '1', browser: 'Firefox/140' };
  return exportSession(session, { format, withSecrets: false, about }).text;
};

test.each(Object.entries(ruleInputs))('a session file of %s has no language', (_, input) => {
  if (!build) throw new Error('no such build');
  const session = makeDiagnosed(input(partsOf(build)));
  const file = exported(session, 'session', english);
  expect(exported(session, 'session', russian)).toBe(file);
  expect(file).not.toContain('[object Object]');
});

test('a report has one', () => {
  const session = makeDiagnosed();
  expect(exported(session, 'report', english)).not.toBe(exported(session, 'report', russian));
});
