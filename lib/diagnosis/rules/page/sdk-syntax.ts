import { startRule } from '../../start-rule';

/** The script of the SDK has a syntax error. */
export const sdkSyntax = startRule('sdk-syntax', 'ruleSdkSyntax', 'passedSdkSyntax');
