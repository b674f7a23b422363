import type { Demo } from '../../test/demo/server';
import type { Arms } from './arms';
import { type BlankPage, measureBlank } from './measure-blank';
import { measureCalls } from './measure-calls';
import { measureCheck, measureGrid } from './measure-check';
import { measureDiagnosis } from './measure-diagnosis';
import { measureFirefox } from './measure-firefox';
import { measureFirstCall } from './measure-first-call';
import { measureOpening } from './measure-opening';
import { measurePanel } from './measure-panel';
import { measurePush } from './measure-push';
import { measureRealPush } from './measure-real-push';
import { measureRecording } from './measure-recording';
import { measureScroll } from './measure-scroll';
import { measureSessions } from './measure-sessions';
import { measureSize } from './measure-size';
import { measureState } from './measure-state';
import { measureTrace } from './measure-trace';
import type { Line } from './report';

/** What a part measures with. */
export interface Context {
  /** The browsers, started when they are first asked for. */
  arms(): Promise<Arms>;
  demo: Demo;
  /** Origin of the demo's shop. */
  site: string;
  rounds: number;
}

type Part = (context: Context) => Promise<Line[]>;

const blank =
  (...pages: readonly BlankPage[]): Part =>
  async ({ arms, site, rounds }) => {
    const lines: Line[] = [];
    for (const page of pages) lines.push(...(await measureBlank(await arms(), site, page, rounds)));
    return lines;
  };

// The page stands in for the push manager: what a push service takes for a subscription is none of our costs.
const sdkPage = (site: string): string => `${site}/?sdk=g6&mode=pull&standin=1`;

const ours =
  (measure: (browser: Arms['browsers']['ours'], url: string, rounds: number) => Promise<Line[]>) =>
  async ({ arms, site, rounds }: Context) =>
    measure((await arms()).browsers.ours, sdkPage(site), rounds);

const parts = {
  size: async () => measureSize(),
  blank: blank({ path: '/empty', goal: 1.1 }, { path: '/blank20', goal: 1.3 }),
  many: blank({ path: '/blank200' }, { path: '/frames50', goal: 51 * 1.1, documents: 51 }),
  slow: blank({ path: '/empty', slowed: 4 }, { path: '/blank20', slowed: 4 }),
  trace: async ({ arms, site, rounds }) => measureTrace(await arms(), site, rounds),
  firefox: async ({ site, rounds }) => measureFirefox(site, rounds),
  'first-call': async ({ arms, site, rounds }) =>
    measureFirstCall(await arms(), sdkPage(site), rounds),
  recording: async ({ arms, site, rounds }) =>
    measureRecording(await arms(), sdkPage(site), rounds),
  opening: async ({ arms, site, rounds }) => measureOpening(await arms(), sdkPage(site), rounds),
  panel: ours(measurePanel),
  state: ours(measureState),
  calls: ours(measureCalls),
  diagnosis: async ({ rounds }) => measureDiagnosis(rounds),
  push: ours(measurePush),
  'real-push': async ({ demo, rounds }) => measureRealPush(demo, rounds),
  sessions: async ({ rounds }) => measureSessions(rounds),
  scroll: ours(measureScroll),
  check: async ({ site, rounds }) => measureCheck(site, rounds),
  grid: async ({ site }) => measureGrid(site),
} satisfies Record<string, Part>;

/** A part of the benchmark. */
export type PartName = keyof typeof parts;

/** All parts, in the order in which they are measured. */
export const partNames = Object.keys(parts) as PartName[];

/** Whether there is a part of that name. */
export const isPartName = (name: string): name is PartName => Object.hasOwn(parts, name);

/** Measures one part. */
export const measurePart = (name: PartName, context: Context): Promise<Line[]> =>
  parts[name](context);
