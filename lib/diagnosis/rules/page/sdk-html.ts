import { startRule } from '../../start-rule';

/** At the script's address lies a page: the start page of a site that answers so for all that it does not have, or a login. */
export const sdkHtml = startRule('sdk-html', 'ruleSdkHtml', 'passedSdkHtml');
