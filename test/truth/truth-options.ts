import type { BrowserName } from '../../scripts/find-browser';
import { hasGolden } from './golden';
import type { TruthCase } from './truth-case';

const { BROWSER, TRUTH, TRUTH_ONLY, TRUTH_SDK, TRUTH_RECORD } = process.env;

/** What a run of the cases was asked to do, by `scripts/truth.ts` and by the tests' configuration. */
export const truthOptions = {
  browser: (BROWSER === 'firefox' ? 'firefox' : 'chromium') as BrowserName,
  /** Folder of a real build. */
  sdk: TRUTH_SDK,
  isRecorded: TRUTH_RECORD === '1',
} as const;

/** Whether a case is to be run in the browser: Firefox leaves most to its recordings, where it has one, unless all are asked for. */
export const isToRun = ({ id, only, firefox, anyBuild }: TruthCase): boolean => {
  const { browser, sdk } = truthOptions;
  if (only !== undefined && only !== browser) return false;
  if (sdk !== undefined && !anyBuild) return false;
  if (TRUTH_ONLY) return id === TRUTH_ONLY;
  return TRUTH === 'all' || browser === 'chromium' || firefox === true || !hasGolden(browser, id);
};
