import type { TruthCase } from '../truth-case';
import { advice } from './advice';
import { configuration } from './configuration';
import { healthy } from './healthy';
import { oneCause } from './one-cause';
import { permission } from './permission';
import { pushes } from './pushes';
import { recording } from './recording';
import { registration } from './registration';
import { sdkStart } from './sdk-start';
import { silence } from './silence';
import { storage } from './storage';
import { twoOfEverything } from './two-of-everything';
import { whoAnswered } from './who-answered';
import { workerScript } from './worker-script';

/** All cases, by kind. */
export const truthCases: readonly TruthCase[] = [
  ...silence,
  ...oneCause,
  ...registration,
  ...workerScript,
  ...sdkStart,
  ...advice,
  ...configuration,
  ...twoOfEverything,
  ...whoAnswered,
  ...permission,
  ...pushes,
  ...storage,
  ...recording,
  ...healthy,
];
