import { message } from '../../../lib/i18n/message';
import { kindLabel } from '../../../lib/text/kind-label';
import type { Like } from '../../../lib/timeline/like';

interface HiddenBarProps {
  hidden: readonly Like[];
  hasSpan: boolean;
  onShow(like: Like): void;
  onShowAll(): void;
}

/** Says what is hidden besides what the filter hides, and shows it again. */
export function HiddenBar({ hidden, hasSpan, onShow, onShowAll }: HiddenBarProps) {
  if (hidden.length === 0 && !hasSpan) return null;
  return (
    <div class="toolbar hidden-bar" data-hidden={hidden.length}>
      {hasSpan && <span>{message('spanShown')}</span>}
      {hidden.length > 0 && <span class="none">{message('hiddenLike')}</span>}
      {hidden.map((like) => (
        <button
          key={`${like.kind} ${like.name}`}
          type="button"
          class="button"
          data-action="show-like"
          onClick={() => onShow(like)}
        >
          {kindLabel(like.kind)} {like.name} ✕
        </button>
      ))}
      <button type="button" class="link" data-action="show-all" onClick={onShowAll}>
        {message('showAll')}
      </button>
    </div>
  );
}
