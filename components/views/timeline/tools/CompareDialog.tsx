import { useMemo, useState } from 'preact/hooks';
import { type MessageKey, message } from '../../../../lib/i18n/message';
import type { SessionEntry } from '../../../../lib/model/session';
import { entryNumber } from '../../../../lib/text/entry-number';
import { inWords } from '../../../../lib/text/in-words';
import {
  type Compared,
  type ComparedLine,
  type ComparedPart,
  comparedParts,
  compareEntries,
} from '../../../../lib/timeline/compare-entries';
import { useWorkspace } from '../../../shell/workspace';
import { useModal } from '../../../ui/use-modal';

interface CompareDialogProps {
  first: SessionEntry;
  second: SessionEntry;
  onClose(): void;
}

const titles: Record<ComparedPart, MessageKey> = {
  outcome: 'whatHappened',
  arguments: 'arguments',
  caused: 'caused',
  details: 'compareDetails',
};

/** Names of lines that are words of the panel; all others are names of the page. */
const names: Readonly<Record<string, MessageKey>> = {
  outcome: 'whatHappened',
  status: 'columnStatus',
  kind: 'columnKind',
  name: 'columnName',
  url: 'page',
};

const diffOf = ({ first, second }: ComparedLine) =>
  first === second
    ? 'same'
    : first === undefined
      ? 'added'
      : second === undefined
        ? 'removed'
        : 'changed';

/** Two entries side by side: what differs, and all else when that is asked for. */
export function CompareDialog({ first, second, onClose }: CompareDialogProps) {
  const dialog = useModal();
  const [isWhole, setIsWhole] = useState(false);
  const { outcomes } = useWorkspace();
  const parts = useMemo(() => {
    const comparedOf = (entry: SessionEntry): Compared => {
      const outcome = outcomes.of(entry);
      return {
        entry,
        outcome: outcome && inWords(outcome.sentence),
        effects: outcomes.effectsOf(entry),
      };
    };
    return compareEntries(comparedOf(first), comparedOf(second));
  }, [first, second, outcomes]);
  const shown = comparedParts.flatMap((part) => {
    const lines = parts[part].filter((line) => isWhole || diffOf(line) !== 'same');
    return lines.length > 0 ? [{ part, lines }] : [];
  });
  const isSame = comparedParts.every((part) =>
    parts[part].every((line) => diffOf(line) === 'same'),
  );
  const [a, b] = [first, second].map((entry) => `${entryNumber(entry)} ${entry.name}`);
  return (
    <dialog
      ref={dialog}
      class="dialog dialog-wide"
      data-dialog="compare"
      data-same={isSame ? 'yes' : 'no'}
      aria-label={message('compareTitle', a as string, b as string)}
      // Keys in it are not for what lies behind; Escape is the browser's way to close it.
      onKeyDown={(event) => event.stopPropagation()}
      onClose={onClose}
    >
      {isSame && <p class="none">{message('compareSame')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="compare" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{a}</th>
              <th scope="col">{b}</th>
            </tr>
          </thead>
          {shown.map(({ part, lines }) => (
            <tbody key={part} data-part={part}>
              <tr>
                <th colSpan={3} scope="rowgroup">
                  {message(titles[part])}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.name} data-diff={diffOf(line)}>
                  <th scope="row">
                    {part !== 'arguments' && names[line.name]
                      ? message(names[line.name] as MessageKey)
                      : line.name}
                  </th>
                  {[line.first, line.second].map((text, index) => (
                    <td key={index} class={text === undefined ? 'none' : undefined}>
                      {text ?? message('compareAbsent')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <div class="dialog-buttons">
        <label class="checkbox">
          <input
            type="checkbox"
            name="compare-whole"
            checked={isWhole}
            onChange={(event) => setIsWhole(event.currentTarget.checked)}
          />
          {message('compareWhole')}
        </label>
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
