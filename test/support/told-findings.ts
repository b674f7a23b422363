import { readdirSync } from 'node:fs';
import path from 'node:path';
import { diagnoseInput, diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import type { Finding } from '../../lib/diagnosis/finding';
import type { Verdict } from '../../lib/diagnosis/verdict';
import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import type { SessionEntry } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { goldenFolder, readGolden } from '../truth/golden';
import { builds, partsOf } from './builds';
import { makeInput } from './make-input';
import { ruleInputs } from './rule-inputs';

/** What is found in a scene or a recording. */
export interface Told {
  from: string;
  isRecorded: boolean;
  findings: readonly Finding[];
  verdict: Verdict;
  entries: readonly SessionEntry[];
}

const scenes = (): Told[] =>
  builds.flatMap((build) => {
    if (build.generation === 'none') return [];
    const parts = partsOf(build);
    return Object.entries(ruleInputs).map(([id, make]): Told => {
      const made = make(parts);
      const input = makeInput({
        entries: parts.entries(),
        state: parts.state(),
        ...made,
        engine: build.engine,
      });
      const { findings, verdict } = diagnoseInput(input);
      const from = `${id}, ${build.generation} ${build.engine} ${build.mode}`;
      return { from, isRecorded: false, findings, verdict, entries: input.session.entries };
    });
  });

const recordings = (): Told[] =>
  (['chromium', 'firefox'] as const).flatMap((browser) =>
    readdirSync(goldenFolder(browser)).flatMap((file) => {
      const golden = readGolden(browser, path.basename(file, '.json.gz'));
      if (!golden) return [];
      const session = { ...toSession(readSessionText(golden.text)), recording: true };
      const made = diagnoseSession(session, readOutcomes(session));
      if (!made) return [];
      const { findings, verdict } = made;
      const from = `${browser} ${file}`;
      return [{ from, isRecorded: true, findings, verdict, entries: session.entries }];
    }),
  );

/** What is found in every scene of the rules, for every build, and in every recorded session. */
export const toldFindings = (): Told[] => [...scenes(), ...recordings()];

/** Findings with those that only follow from them. */
export const withConsequences = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((each) => [each, ...(each.consequences ?? [])]);
