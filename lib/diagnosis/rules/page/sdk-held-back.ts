import { startRule } from '../../start-rule';

/** A consent tool, or another attribute of the tag, holds the script of the SDK back. */
export const sdkHeldBack = startRule(
  'sdk-held-back',
  'ruleSdkHeldBack',
  'passedSdkHeldBack',
  'hint',
);
