import { message } from '../../lib/i18n/message';
import { currentDocument } from '../../lib/model/current-document';
import { framesOf } from '../../lib/model/frames';
import type { SessionPage } from '../../lib/model/session';
import { frameName, frameNames } from '../../lib/text/frame-name';
import type { Source } from './workspace';

/** So many frames that have gone are offered, the last: a page can make and take away as many as it likes. */
const mostGone = 10;

/** Chooses the frame whose state, calls, pushes and diagnosis are shown. */
export function FramePicker({ whole, frame, onFrame }: Source) {
  const top = currentDocument(whole);
  const names = frameNames(whole);
  const isGone = (page: SessionPage): boolean =>
    whole.frames[page.frame]?.connection === 'unreachable';
  const offered = framesOf(whole).filter(
    (page) => page.sdk || page.frame === frame || page === top,
  );
  const forgotten = offered.filter(isGone).slice(0, -mostGone);
  return (
    <select
      class="field frame-picker"
      name="frame"
      aria-label={message('frameLabel')}
      value={frame}
      onChange={({ currentTarget }) => onFrame(Number(currentTarget.value))}
    >
      {offered.map((page) => {
        if (forgotten.includes(page) && page.frame !== frame) return null;
        const name = names.get(page.frame) ?? frameName(page, top);
        return (
          <option key={page.frame} value={page.frame}>
            {isGone(page) ? message('frameGone', name) : name}
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
