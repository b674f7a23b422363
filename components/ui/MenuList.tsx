import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MenuItem, Point } from './ContextMenu';

interface MenuListProps {
  label: string;
  items: readonly MenuItem[];
  /** Where it stands, by its size; it never leaves the window. */
  place(size: DOMRect): Point;
  /** Something was chosen. */
  onDone(): void;
  /** It is left without a choice. */
  onBack(): void;
}

/** The items of a menu, and the menu that one of them has opened. Arrows move, Right opens, Left and Escape go back. */
export function MenuList({ label, items, place, onDone, onBack }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const isInner = onBack !== onDone;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a menu is placed once
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { x, y } = place(element.getBoundingClientRect());
    element.style.left = `${Math.max(0, x)}px`;
    element.style.top = `${Math.max(0, y)}px`;
    (element.firstElementChild as HTMLElement | null)?.focus();
  }, []);

  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>(':scope > button') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const index = all.indexOf(document.activeElement as HTMLElement);
    const item = items[index];
    const next = {
      ArrowDown: (index + 1) % all.length,
      ArrowUp: (index - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'ArrowRight' && item && 'items' in item) setOpened(index);
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && isInner)) onBack();
    else if (event.key === 'Tab') onDone();
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
      {items.map((item, index) => {
        const isChecked = 'isChecked' in item ? item.isChecked : undefined;
        const inner = 'items' in item ? item.items : undefined;
        return (
          <Fragment key={item.label}>
            {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: where it is checked, the role is another */}
            <button
              type="button"
              role={isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              data-action={item.action}
              aria-checked={isChecked}
              aria-haspopup={inner && 'menu'}
              aria-expanded={inner && opened === index}
              class={item.begins ? 'menu-begins' : undefined}
              tabIndex={-1}
              onPointerEnter={({ pointerType }) => {
                if (pointerType === 'mouse') setOpened(inner ? index : null);
              }}
              onClick={() => {
                if (!('run' in item)) return setOpened(index);
                onDone();
                item.run();
              }}
            >
              {item.label}
            </button>
            {inner && opened === index && (
              <MenuList
                label={item.label}
                items={inner}
                place={({ width, height }) => {
                  const box = buttons()[index]?.getBoundingClientRect();
                  const { left = 0, right = 0, top = 0 } = box ?? {};
                  const isRight = right + width <= innerWidth;
                  return {
                    x: isRight ? right - 2 : Math.min(left + 14, innerWidth - width - 2),
                    y: Math.min(isRight ? top - 5 : top + 22, innerHeight - height - 2),
                  };
                }}
                onDone={onDone}
                onBack={() => {
                  setOpened(null);
                  buttons()[index]?.focus();
                }}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
