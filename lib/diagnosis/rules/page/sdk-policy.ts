import { startRule } from '../../start-rule';

/** A policy forbids the script of the SDK: `script-src` of the page, CORS, or Cross-Origin-Resource-Policy of the script. */
export const sdkPolicy = startRule('sdk-policy', 'ruleSdkPolicy', 'passedSdkPolicy');
