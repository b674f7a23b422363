import { useLayoutEffect, useRef } from 'preact/hooks';

/** Something that a menu offers. */
export interface MenuItem {
  label: string;
  run(): void;
}

/** A point in the window. */
export interface Point {
  x: number;
  y: number;
}

interface ContextMenuProps {
  label: string;
  items: readonly MenuItem[];
  at: Point;
  onClose(): void;
}

/** A menu at a point. It takes the focus and gives it back. */
export function ContextMenu({ label, items, at, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = menu.current;
    const before = document.activeElement;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(at.x, innerWidth - width - 2))}px`;
    element.style.top = `${Math.max(0, Math.min(at.y, innerHeight - height - 2))}px`;
    (element.firstElementChild as HTMLElement | null)?.focus();
    const closeOutside = (event: Event) => {
      if (!element.contains(event.target as Node)) close.current();
    };
    const closeOnBlur = () => close.current();
    document.addEventListener('pointerdown', closeOutside, true);
    document.addEventListener('scroll', closeOutside, true);
    addEventListener('blur', closeOnBlur);
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      document.removeEventListener('scroll', closeOutside, true);
      removeEventListener('blur', closeOnBlur);
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [at.x, at.y]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.children ?? [])] as HTMLElement[];
    const index = all.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: (index + 1) % all.length,
      ArrowUp: (index - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose();
            item.run();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
