import * as v from 'valibot';
import { answers } from '../lib/diagnosis/check';
import { findingParts, findingSeverities, nodeIds } from '../lib/diagnosis/finding';
import { verdictIds } from '../lib/diagnosis/verdict';
import { expectationParts, expectationStatuses } from '../lib/expectations/expectation';
import { checkupSteps } from '../lib/model/checkup';
import { signIds } from '../lib/model/sign';
import { ruleLevels } from './rule-level';

/** What the command does with a page. */
export const scenarios = ['load', 'subscribe', 'checkup', 'push'] as const;
export type Scenario = (typeof scenarios)[number];

/** Whose push service a browser has: its vendor's, or the command's own on loopback. */
export const pushServices = ['own', 'double'] as const;
export type PushServiceName = (typeof pushServices)[number];

/** What visitors have answered about notifications; `default`: they were not asked. */
export const permissions = ['default', 'granted', 'denied'] as const;
export type Permission = (typeof permissions)[number];

const browserName = v.picklist(['chromium', 'firefox']);
const severity = v.picklist(findingSeverities);

const evidenceSchema = v.object({
  /** What was seen: a fact's name, or an entry of the session. */
  label: v.string(),
  text: v.string(),
  /** Key of the entry, as in the session file. */
  entry: v.optional(v.string()),
});

/** Something that the site must do, of a file of expectations. */
const expectationSchema = v.object({
  /** Its place in the file: `calls.0.match.required.email`. */
  id: v.string(),
  part: v.picklist(expectationParts),
  /** `unseen`: what would tell has not happened, or cannot be seen here. */
  status: v.picklist(expectationStatuses),
  title: v.string(),
  /** What is so instead, or why that is not known. */
  note: v.string(),
  evidence: v.array(evidenceSchema),
});
export type FoundExpectation = v.InferOutput<typeof expectationSchema>;

const adviceSchema = v.object({ who: v.picklist(['site', 'browser']), text: v.string() });

const findingSchema = v.object({
  id: v.string(),
  part: v.picklist(findingParts),
  node: v.picklist(nodeIds),
  severity,
  /** What it counts as; `off`: for nothing. The severity, unless a configuration says something else. */
  level: v.picklist(ruleLevels),
  /** Whether it is in the file of known findings: then it counts for nothing. */
  isKnown: v.boolean(),
  isGuess: v.boolean(),
  /** One line of at most 90 characters, with the fact that matters. */
  title: v.string(),
  /** The explanation. */
  sentence: v.string(),
  evidence: v.array(evidenceSchema),
  advice: v.array(adviceSchema),
  link: v.string(),
  consequences: v.array(
    v.object({ id: v.string(), severity, title: v.string(), sentence: v.string() }),
  ),
});
export type FoundFinding = v.InferOutput<typeof findingSchema>;

const diagnosisSchema = v.object({
  verdict: v.object({
    id: v.picklist(verdictIds),
    sentence: v.string(),
    reason: v.string(),
    next: v.string(),
  }),
  chain: v.array(
    v.object({
      node: v.picklist(nodeIds),
      state: v.picklist(['ok', 'broken', 'unknown']),
      /** What is to be thought of it, as the panel marks it. */
      sign: v.picklist(signIds),
      isWarned: v.boolean(),
      note: v.string(),
      findings: v.array(v.string()),
    }),
  ),
  findings: v.array(findingSchema),
  checks: v.array(
    v.object({
      id: v.string(),
      part: v.picklist(findingParts),
      answer: v.picklist(answers),
      title: v.string(),
      about: v.string(),
    }),
  ),
});
export type PageDiagnosis = v.InferOutput<typeof diagnosisSchema>;

const checkupSchema = v.object({
  verdict: v.picklist(['passed', 'failed']),
  steps: v.array(
    v.object({
      id: v.picklist(checkupSteps),
      title: v.string(),
      status: v.picklist(['passed', 'note', 'failed', 'skipped']),
      text: v.string(),
      /** Milliseconds. */
      took: v.number(),
    }),
  ),
});
export type CheckupResult = v.InferOutput<typeof checkupSchema>;

const pushSchema = v.object({
  /** What came of it, by docs/outcomes.md. */
  outcome: v.string(),
  sentence: v.string(),
  /** `null`: it had no data. */
  payload: v.nullable(v.string()),
  shown: v.array(v.object({ title: v.string(), body: v.string(), tag: v.string() })),
});
export type PushResult = v.InferOutput<typeof pushSchema>;

const pageResultSchema = v.object({
  /** As it was given. */
  url: v.string(),
  browser: v.object({ name: browserName, userAgent: v.string() }),
  scenario: v.picklist(scenarios),
  permission: v.picklist(permissions),
  /** `double`: what was asked of the push service was answered by the command, and its vendor's was not reached. */
  pushService: v.picklist(pushServices),
  /** ISO 8601. */
  startedAt: v.string(),
  /** Milliseconds. */
  duration: v.number(),
  /** Why the page could not be checked; `null`: it was. */
  problem: v.nullable(v.string()),
  /** The frame that was judged, the first that has AKPush, where the page itself has none; absent: the page was. */
  frame: v.optional(
    v.object({
      /** What its page calls it; empty: it has no name. */
      name: v.string(),
      url: v.string(),
    }),
  ),
  /** Addresses of other frames that have AKPush and were not judged; absent: there are none. */
  otherFrames: v.optional(v.array(v.string())),
  /** Addresses of frames of which it is not known what they do: they were not watched from their beginning, did not answer, or were too many; absent: there are none. */
  unwatched: v.optional(v.array(v.string())),
  /** How many more frames each of the two lists would have; absent: they are whole. */
  moreFrames: v.optional(
    v.object({
      otherFrames: v.number(),
      unwatched: v.number(),
    }),
  ),
  /** What was seen, even where that was not enough; `null`: nothing. */
  diagnosis: v.nullable(diagnosisSchema),
  /** `null`: there was none. */
  checkup: v.nullable(checkupSchema),
  /** The push that was delivered; `null`: none was. */
  push: v.nullable(pushSchema),
  /** What `--expect` asks for; `null`: nothing was asked for, or the page could not be checked. */
  expectations: v.nullable(v.array(expectationSchema)),
  /** The session file that was written, its name. */
  session: v.nullable(v.string()),
});
export type PageResult = v.InferOutput<typeof pageResultSchema>;

/** What `--fail-on` takes. */
export const failLevels = [...findingSeverities, 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

/** The JSON report. */
export const checkReportSchema = v.object({
  format: v.literal('akpush-inspector-check'),
  version: v.literal(1),
  /** The command's version. */
  inspector: v.string(),
  failOn: v.picklist(failLevels),
  exitCode: v.picklist([0, 1, 3]),
  /** Known findings that are gone. */
  gone: v.array(
    v.object({
      url: v.string(),
      browser: browserName,
      scenario: v.picklist(scenarios),
      id: v.string(),
    }),
  ),
  pages: v.array(pageResultSchema),
});
export type CheckReport = v.InferOutput<typeof checkReportSchema>;
