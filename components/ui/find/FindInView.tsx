import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { IconButton } from '../IconButton';
import { shortcutOf, shortcutText } from '../shortcut';
import { useChunk } from '../use-chunk';

const loadBar = () => import('./ViewFindBar');

interface FindInViewProps {
  /** The view that is looked through. */
  root: RefObject<HTMLElement | null>;
  /** The bar was opened or closed: what is folded can be looked through as well. */
  onOpen?(isOpen: boolean): void;
}

/** The search of a view that has no entries to filter: a button, and with it or with Ctrl+F a bar at the view's top. */
export function FindInView({ root, onOpen }: FindInViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const bar = useChunk(loadBar, isOpen);
  useEffect(() => onOpen?.(isOpen), [isOpen, onOpen]);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut !== 'find' && shortcut !== 'search') return;
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(true);
      const field = root.current?.querySelector<HTMLInputElement>('.find-bar [name=find]');
      field?.focus();
      field?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
  const close = () => {
    setIsOpen(false);
    // The button stands where the bar was, once that is gone.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('[data-action=open-search]')?.focus(),
    );
  };
  return isOpen && bar && root.current ? (
    <bar.ViewFindBar root={root.current} onClose={close} />
  ) : (
    <IconButton
      icon="search"
      action="open-search"
      class="find-open"
      label={message('findInView')}
      shortcut={shortcutText('find')}
      onClick={() => setIsOpen(true)}
    />
  );
}
