const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]';

const pathOf = (element: Element): Element[] => {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
};

/** Where the focus goes when what had it is gone: the same button nearby, or else the first thing there that takes it. */
const homeOf = (path: readonly Element[]): HTMLElement | null => {
  const action = path[0]?.getAttribute('data-action');
  for (const home of path.filter((each) => each.isConnected && each !== document.body)) {
    const same = action && home.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`);
    const next = same || home.querySelector<HTMLElement>(focusable);
    if (next) return next;
  }
  return null;
};

/**
 * Keeps the focus in the panel: when what had it is taken out of the document (a row that was deleted, a question that was answered), it goes
 * to what stands nearest. What the user leaves by a click is left alone. Returns the end of it.
 */
export const keepFocus = (): (() => void) => {
  let path: readonly Element[] = [];
  const onFocusIn = ({ target }: FocusEvent) => {
    path = target instanceof Element ? pathOf(target) : [];
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // An element that is taken out loses the focus as well, before it is gone.
    queueMicrotask(() => {
      if (target === path[0] && path[0]?.isConnected) path = [];
    });
  };
  const look = () => {
    if (path.length === 0 || path[0]?.isConnected) return;
    const { activeElement } = document;
    const gone = path;
    path = [];
    if (activeElement === null || activeElement === document.body) homeOf(gone)?.focus();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
  };
};
