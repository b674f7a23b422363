import { message } from '../../lib/i18n/message';
import { currentDocument } from '../../lib/model/current-document';
import { framesOf } from '../../lib/model/frames';
import { frameName } from '../../lib/text/frame-name';
import type { Source } from './workspace';

/** Chooses the frame whose state, calls, pushes and diagnosis are shown. */
export function FramePicker({ whole, frame, onFrame }: Source) {
  const top = currentDocument(whole);
  return (
    <select
      class="field frame-picker"
      name="frame"
      aria-label={message('frameLabel')}
      value={frame}
      onChange={({ currentTarget }) => onFrame(Number(currentTarget.value))}
    >
      {framesOf(whole).map((page) => {
        if (!page.sdk && page.frame !== frame && page !== top) return null;
        const name = frameName(page, top);
        const isGone = whole.frames[page.frame]?.connection === 'unreachable';
        return (
          <option key={page.frame} value={page.frame}>
            {isGone ? message('frameGone', name) : name}
          </option>
        );
      })}
    </select>
  );
}

/** What is to be known of the frame that is shown. */
export function FrameNote({ whole, session }: Source) {
  const { embedded } = currentDocument(session) ?? {};
  const left = whole.framesLeftOut;
  return (
    <>
      {embedded?.isForeign && (
        <p class="frame-note" data-frame-note="foreign">
          {embedded.origin === 'null'
            ? message('frameOpaque')
            : message('frameForeign', embedded.origin)}
        </p>
      )}
      {left > 0 && (
        <p class="frame-note" data-frame-note="left-out">
          {message('framesLeftOut', left)}
        </p>
      )}
    </>
  );
}
