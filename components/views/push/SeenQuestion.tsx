import { useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { Seen, SeenStepId } from '../../../lib/model/seen';
import { inWords } from '../../../lib/text/in-words';
import { seenSteps, seenStepText } from '../../../lib/text/seen-steps';
import { useFocusNext } from '../../ui/use-focus-next';

interface SeenQuestionProps {
  /** The browser as it calls itself. */
  browser: string;
  /** What was answered; `undefined`: nothing yet. */
  seen: Seen | undefined;
  onSeen(seen: Seen): void;
}

/** Asks whether a notification that the browser has shown was seen, and where it was not, goes through what hides it on this system. */
export function SeenQuestion({ browser, seen, onSeen }: SeenQuestionProps) {
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext(root);
  const tried = seen?.tried ?? [];
  const answer = (isSeen: boolean) => {
    if (!isSeen) focusNext('[data-seen-step] input');
    onSeen({ isSeen, tried });
  };
  const tick = (id: SeenStepId, isTried: boolean) =>
    onSeen({
      isSeen: false,
      tried: isTried ? [...tried, id] : tried.filter((each) => each !== id),
    });
  return (
    <div
      class="seen"
      ref={root}
      data-seen={seen === undefined ? 'asked' : seen.isSeen ? 'yes' : 'no'}
    >
      <fieldset class="buttons seen-answers">
        <legend>{message('seenQuestion')}</legend>
        {[true, false].map((isSeen) => (
          <button
            key={String(isSeen)}
            type="button"
            class="button"
            data-action={isSeen ? 'seen-yes' : 'seen-no'}
            aria-pressed={seen?.isSeen === isSeen}
            onClick={() => answer(isSeen)}
          >
            {message(isSeen ? 'seenYes' : 'seenNo')}
          </button>
        ))}
      </fieldset>
      <p class="fact-note" role="status">
        {seen && message(seen.isSeen ? 'seenThanks' : 'seenHelp')}
      </p>
      {seen?.isSeen === false && (
        <ul class="saved seen-steps" aria-label={message('seenSteps')}>
          {seenSteps(browser).map((id) => (
            <li key={id} data-seen-step={id}>
              <label class="radio">
                <input
                  type="checkbox"
                  checked={tried.includes(id)}
                  onChange={(event) => tick(id, event.currentTarget.checked)}
                />
                <span>{inWords(seenStepText(id, browser))}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
