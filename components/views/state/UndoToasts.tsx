import { message } from '../../../lib/i18n/message';
import type { PanelActions, Undoable } from '../../../lib/state/panel-actions';
import { undoneText } from '../../../lib/state/undone-text';
import { inWords } from '../../../lib/text/in-words';
import { Toast, Toasts } from '../../ui/Toast';

interface UndoToastsProps {
  undos: readonly Undoable[];
  /** The site of the page: what was changed elsewhere cannot be taken back from here. */
  origin: string;
  actions: PanelActions;
  onUndos(change: (held: readonly Undoable[]) => readonly Undoable[]): void;
}

/** How many stand there at a time: the last ones. */
const most = 3;

/** The changes of what a site has stored, each with its way back, whatever view they were made in. */
export function UndoToasts({ undos, origin, actions, onUndos }: UndoToastsProps) {
  const forget = (gone: Undoable) => onUndos((held) => held.filter(({ id }) => id !== gone.id));
  return (
    <Toasts>
      {undos
        .filter((undoable) => undoable.origin === origin)
        .slice(-most)
        .map((undoable) => {
          const isStale = undoable.name === 'make-stale';
          const { lost, writes } = undoable.undo;
          return (
            <Toast
              key={undoable.id}
              text={inWords(undoneText(undoable))}
              action={{
                name: isStale ? 'restore' : 'undo',
                label: message('undo'),
                run: async () => {
                  await actions.changeStorage(isStale ? 'restore' : 'undo', writes);
                  forget(undoable);
                },
              }}
              onClose={() => forget(undoable)}
            >
              {lost.length > 0 && (
                <span class="error-text">{message('undoLost', lost.join(', '))}</span>
              )}
            </Toast>
          );
        })}
    </Toasts>
  );
}
