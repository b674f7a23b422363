import type { MessageKey } from '../../lib/model/message-key';
import { isMac, shortcutText } from './shortcut';

/** A line of the list of keys: the keys, as they are written, and what they do. */
export interface KeyLine {
  keys: readonly string[];
  text: MessageKey;
}

/** What the panel does by its keys, in the order of their use. */
export const keyLines = (): readonly KeyLine[] => [
  { keys: ['?'], text: 'keysHelp' },
  { keys: ['←', '→'], text: 'keysTabs' },
  { keys: [shortcutText('find')], text: 'keysFind' },
  { keys: [shortcutText('search')], text: 'keysSearch' },
  { keys: [shortcutText('record')], text: 'keysRecord' },
  { keys: [shortcutText('clear')], text: 'keysClear' },
  { keys: ['↑', '↓', 'Home', 'End', 'PageUp', 'PageDown'], text: 'keysMove' },
  { keys: ['→', '←'], text: 'keysFold' },
  { keys: ['Enter', 'Esc'], text: 'keysDetails' },
  { keys: ['B'], text: 'keysBookmark' },
  { keys: ['Shift+F10'], text: 'keysMenu' },
  { keys: [isMac() ? '⌘C' : 'Ctrl+C', 'Alt+Enter'], text: 'keysValue' },
];
