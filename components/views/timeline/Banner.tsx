import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import type { BannerNotice } from '../../../lib/timeline/notice';
import { Icon } from '../../ui/Icon';

interface BannerProps {
  notice: BannerNotice;
  lost: number;
  onReloadPage(): void;
  onRetry(): void;
}

const textOf = (notice: BannerNotice, lost: number): string => {
  switch (notice) {
    case 'lost':
      return plural('entriesLost', lost);
    case 'reload-needed':
      return message('reloadNeededText');
    case 'no-sdk':
      return message('noSdkBanner');
    case 'unreachable':
      return message('disconnectedBanner');
  }
};

/** A line above the list about what the list does not say. */
export function Banner({ notice, lost, onReloadPage, onRetry }: BannerProps) {
  return (
    <div class="banner" role="status" data-notice={notice}>
      <Icon name="warning" />
      <p>{textOf(notice, lost)}</p>
      {(notice === 'reload-needed' || notice === 'no-sdk') && (
        <button type="button" class="button" onClick={onReloadPage}>
          {message('reloadPage')}
        </button>
      )}
      {notice === 'unreachable' && (
        <button type="button" class="button" onClick={onRetry}>
          {message('retry')}
        </button>
      )}
    </div>
  );
}
