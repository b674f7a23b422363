/** A bar that is shown in the page. */
export interface ClickBar {
  remove(): void;
}

/** Works with a Content Security Policy of the page: set by script, it is no inline style. */
const style = (element: HTMLElement, text: string): void => {
  element.style.cssText = `all:initial;${text}`;
};

/**
 * Asks the user to click anywhere in the page: over it lies a layer that takes the click, so that nothing of the page is pressed by it.
 * Enter does the same, Esc cancels. Only what the user does counts: events made by scripts are not trusted.
 */
export const showClickBar = (text: string, onEnd: (how: 'click' | 'cancel') => void): ClickBar => {
  const host = document.createElement('div');
  style(
    host,
    'position:fixed;inset:0;width:100%;height:100%;margin:0;padding:0;border:0;background:transparent;display:block;z-index:2147483647;cursor:pointer',
  );
  const shadow = host.attachShadow({ mode: 'closed' });
  const bar = document.createElement('div');
  bar.setAttribute('role', 'status');
  bar.textContent = text;
  style(
    bar,
    'position:fixed;top:0;left:0;right:0;padding:8px 16px;background:#0b57d0;color:#fff;font:14px/20px system-ui,sans-serif;cursor:pointer',
  );
  shadow.append(bar);
  const end = (event: Event, how: 'click' | 'cancel'): void => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    remove();
    onEnd(how);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end(event, 'cancel');
    else if (event.key === 'Enter') end(event, 'click');
  };
  const remove = (): void => {
    removeEventListener('click', onClick, true);
    removeEventListener('keydown', onKey, true);
    host.remove();
  };
  // On the window: a modal dialog of the page lies above the layer and takes clicks.
  const onClick = (event: Event): void => end(event, 'click');
  addEventListener('click', onClick, true);
  addEventListener('keydown', onKey, true);
  document.documentElement.append(host);
  // Above dialogs, where the browser can.
  host.setAttribute('popover', 'manual');
  host.showPopover?.();
  return { remove };
};
