import { describe, expect, test } from 'vitest';
import { nodeLabels } from '../../../lib/formats/finding-markdown';
import { toReport } from '../../../lib/formats/to-report';
import { tell } from '../../../lib/formats/told';
import { message, provideMessages } from '../../../lib/i18n/message';
import { signOf } from '../../../lib/text/sign';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { builds, partsOf } from '../../support/builds';
import { makeDiagnosed } from '../../support/make-input';
import { ruleInputs } from '../../support/rule-inputs';

const build = builds.find(({ generation }) => generation === 'G6');
const parts = partsOf(build as NonNullable<typeof build>);
const scene = ruleInputs['worker-http']?.(parts);
const session = makeDiagnosed({ entries: parts.entries(), state: parts.state(), ...scene });
const browser = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36';
const reportIn = (messages: typeof english): string => {
  provideMessages(messages);
  return toReport(session, tell(session, 'chromium'), { extension: '1.2.3', browser });
};
const headings = (report: string): string[] =>
  report.match(/^## .*$/gm)?.map((line) => line.slice(3)) ?? [];

describe('a bug report', () => {
  test('has what an issue asks for, in that order', () => {
    const report = reportIn(english);
    expect(headings(report)).toEqual([
      'What happened',
      'Expected',
      'Actual',
      'Steps',
      'Environment',
      'State',
      'Evidence',
      'How to open the session',
    ]);
    expect(report).toMatch(/^# AKPush: .*not found/);
    expect(report).toContain('- AKPush Inspector 1.2.3, Chrome 156, Linux');
    expect(report).toContain('A bad HTTP response code (404)');
    // The signs of the chain in the panel.
    const { nodes } = tell(session, 'chromium').diagnosis?.chain ?? { nodes: [] };
    expect(nodes.length).toBeGreaterThan(3);
    expect(report).toContain(
      nodes.map(({ id, sign }) => `${signOf(sign).mark} ${message(nodeLabels[id])}`).join(' → '),
    );
  });

  test('is in one language: kinds, states and steps too', () => {
    const report = reportIn(russian as typeof english);
    expect(headings(report)[0]).toBe('Что произошло');
    const steps = report.match(/^\d+\. .*$/gm) ?? [];
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) {
      expect(step).not.toMatch(/^\d+\. [\d:.]+Z (?:call|push|error|action|permission|page)\b/);
      // A name without a summary has no space before its colon.
      expect(step).not.toContain(' :');
    }
    const table = report.match(/^\| .*$/gm) ?? [];
    expect(table.join(' ')).not.toMatch(/\| (?:ok|missing|failed|unknown|differs) \|/);
  });
});
