import type { ErrorData } from '../../lib/model/entry';
import type { OtherFrame } from '../../lib/model/other-frames';
import type { PageInfo } from '../../lib/model/page-info';
import type { EntryWith } from '../../lib/model/session';
import { makeEntry, makePage } from './make-session';

/** An error of a script that uses an AKPush that its document does not have. */
export const needsAkpush: ErrorData = {
  name: 'TypeError',
  message: 'AKPush is not a constructor',
};

/** A document in a frame of the shop's page, of its own origin. */
export const otherFrame = (
  info: Partial<PageInfo> = {},
  errors: readonly ErrorData[] = [],
  more: Partial<OtherFrame> = {},
): OtherFrame => ({
  page: {
    ...makePage({
      document: 'other',
      url: 'https://shop.example/widget?visit=1',
      embedded: { name: 'widget', origin: 'https://shop.example', isForeign: false },
      ...info,
    }),
    number: 2,
    frame: 7,
  },
  isLoaded: true,
  hasScripts: false,
  errors: errors.map(
    (error, index): EntryWith<'error'> => ({
      ...makeEntry('error', {
        id: index + 1,
        name: error.name,
        status: 'failed',
        detail: { source: 'error', error, script: null },
      }),
      key: `2:${index + 1}`,
      page: 2,
      origin: 'page',
      order: index + 1,
    }),
  ),
  ...more,
});
