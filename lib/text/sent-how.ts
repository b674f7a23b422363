import { message } from '../i18n/message';
import type { PushDetail } from '../model/entry';

/** What was special about how a push was sent; empty: nothing. */
export const sentHow = ({ isDry, isReplaced }: PushDetail): string =>
  [isDry && message('dryRun'), isReplaced && message('answerReplaced')].filter(Boolean).join(' · ');
