import { diffLines } from 'diff';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import type { SessionEntry } from '../../lib/model/session';
import { entryNumber } from '../../lib/text/entry-number';
import { comparableJson } from '../../lib/timeline/comparable-json';

interface CompareDialogProps {
  first: SessionEntry;
  second: SessionEntry;
  onClose(): void;
}

/** Two entries line by line: what is only in the one, what only in the other. */
export function CompareDialog({ first, second, onClose }: CompareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const parts = useMemo(
    () => diffLines(comparableJson(first), comparableJson(second)),
    [first, second],
  );
  const isSame = parts.every(({ added, removed }) => !added && !removed);
  return (
    <dialog
      ref={dialog}
      class="dialog dialog-wide"
      data-dialog="compare"
      data-same={isSame ? 'yes' : 'no'}
      aria-labelledby="compare-title"
      onClose={onClose}
    >
      <h2 id="compare-title">
        {message(
          'compareTitle',
          `${entryNumber(first)} ${first.name}`,
          `${entryNumber(second)} ${second.name}`,
        )}
      </h2>
      {isSame && <p class="none">{message('compareSame')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre class="compare" tabIndex={0}>
        {parts.map(({ value, added, removed }, index) =>
          value
            .replace(/\n$/, '')
            .split('\n')
            .map((line, at) => (
              <span
                key={`${index}:${at}`}
                class={added ? 'compare-added' : removed ? 'compare-removed' : ''}
                data-diff={added ? 'added' : removed ? 'removed' : undefined}
              >
                {`${added ? '+' : removed ? '−' : ' '} ${line}\n`}
              </span>
            )),
        )}
      </pre>
      <div class="dialog-buttons">
        <button
          type="button"
          class="button"
          data-action="cancel"
          onClick={() => dialog.current?.close()}
        >
          {message('closeProblem')}
        </button>
      </div>
    </dialog>
  );
}
