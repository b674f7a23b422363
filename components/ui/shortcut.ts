/** What the panel's own shortcuts do. */
export type Shortcut = 'find' | 'search' | 'clear' | 'record';

/** Whether the keyboard is a Mac’s: ⌘ in place of Ctrl. */
export const isMac = (): boolean => /Mac/.test(navigator.platform);

// A letter by its place on the keyboard where the layout has no Latin letters, as the Russian one.
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();

/** The shortcut that a key event asks for. Ctrl+[ and Ctrl+] stay with DevTools. */
export const shortcutOf = (event: KeyboardEvent): Shortcut | null => {
  if (event.altKey) return null;
  const letter = letterOf(event);
  const isCommand = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (event.shiftKey) return isCommand && letter === 'f' ? 'search' : null;
  if (isCommand && letter === 'f') return 'find';
  if (isCommand && letter === 'e') return 'record';
  if (event.ctrlKey && !event.metaKey && letter === 'l') return 'clear';
  return isMac() && isCommand && letter === 'k' ? 'clear' : null;
};

/** A shortcut as a tooltip names it. */
export const shortcutText = (shortcut: Shortcut): string => {
  if (isMac()) return { find: '⌘F', search: '⇧⌘F', clear: '⌘K', record: '⌘E' }[shortcut];
  return { find: 'Ctrl+F', search: 'Ctrl+Shift+F', clear: 'Ctrl+L', record: 'Ctrl+E' }[shortcut];
};
