import type { Undoable } from '../../../lib/state/panel-actions';

/** How many changes of storage can be taken back. */
const maxUndos = 20;

/** The changes that can be taken back, with one more. */
export const rememberUndo = (
  undos: readonly Undoable[],
  next: Omit<Undoable, 'id'>,
): readonly Undoable[] => [...undos, { ...next, id: (undos.at(-1)?.id ?? 0) + 1 }].slice(-maxUndos);
