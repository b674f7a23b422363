import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MenuList } from './MenuList';

interface ItemLook {
  label: string;
  /** The value of `data-action`. */
  action?: string;
  /** A line stands above it: another group begins. */
  begins?: boolean;
}

/** Something that a menu does, or switches on and off. */
export interface MenuAction extends ItemLook {
  /** Whether it is on; absent for what is no switch. */
  isChecked?: boolean;
  run(): void;
}

/** Something that opens another menu. */
export interface SubMenu extends ItemLook {
  items: readonly MenuAction[];
}

/** Something that a menu offers. */
export type MenuItem = MenuAction | SubMenu;

/** A point in the window. */
export interface Point {
  x: number;
  y: number;
}

interface ContextMenuProps {
  label: string;
  items: readonly MenuItem[];
  at: Point;
  /** The button that opened it: what it does when it is pressed again is its own. */
  opener?: Element | null;
  onClose(): void;
}

/** A menu at a point. It takes the focus and gives it back. */
export function ContextMenu({ label, items, at, opener, onClose }: ContextMenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Before the list takes it.
  const [before] = useState(() => document.activeElement);

  useLayoutEffect(() => {
    const element = box.current;
    const isInside = (target: EventTarget | null) =>
      [element, opener].some((each) => each?.contains(target as Node));
    const closeOutside = (event: Event) => {
      if (!isInside(event.target)) close.current();
    };
    const closeOnBlur = () => close.current();
    document.addEventListener('pointerdown', closeOutside, true);
    document.addEventListener('scroll', closeOutside, true);
    addEventListener('blur', closeOnBlur);
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      document.removeEventListener('scroll', closeOutside, true);
      removeEventListener('blur', closeOnBlur);
      if (element?.contains(document.activeElement) && before instanceof HTMLElement)
        before.focus();
    };
  }, [opener, before]);

  return (
    <div ref={box}>
      <MenuList
        label={label}
        items={items}
        place={({ width, height }) => ({
          x: Math.min(at.x, innerWidth - width - 2),
          y: Math.min(at.y, innerHeight - height - 2),
        })}
        onDone={onClose}
        onBack={onClose}
      />
    </div>
  );
}
