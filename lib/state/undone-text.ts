import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import type { StorageActionName, Undoable } from './panel-actions';

const texts: Record<StorageActionName, MessageKey> = {
  'make-stale': 'didMakeStale',
  'delete-key': 'didDeleteKey',
  'clear-all': 'didClearAll',
  restore: 'didRestore',
  undo: 'didUndo',
};

/** What was done to the site's storage, as a sentence for people. */
export const undoneText = ({ name, target }: Pick<Undoable, 'name' | 'target'>): Phrase =>
  phrase(texts[name], target);
