import { startRule } from '../../start-rule';

/** Altcraft's tag manager is on the page and has not brought AKPush. */
export const sdkTagManager = startRule(
  'sdk-tag-manager',
  'ruleSdkTagManager',
  'passedSdkTagManager',
  'warning',
);
