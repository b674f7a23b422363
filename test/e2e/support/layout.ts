import type { Surface } from './browser';

/** What is asked of each element: a function for the document, complete in itself. */
interface LayoutTools {
  isSeen(element: Element): boolean;
  nameOf(element: Element): string;
  boxesOf(element: Element): DOMRect[];
}

/** The tools, put into the document once. */
const provideTools = (): void => {
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    !element.closest('.visually-hidden, .copied, [inert]') &&
    element.getClientRects().length > 0;
  const nameOf = (element: Element): string => {
    const { action, fact, node, kind } = (element as HTMLElement).dataset;
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    const by = [action, fact, node, kind, (element as HTMLInputElement).name].filter(Boolean);
    return `${element.localName}.${[...element.classList].join('.')} ${by.join(' ')} "${text.slice(0, 50)}"`;
  };
  /** What is seen of an element: its boxes without what its ancestors cut off. */
  const boxesOf = (element: Element): DOMRect[] => {
    let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
    for (let at = element.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      // What lies in the top layer, or at a fixed place, is cut by the window alone.
      if (style.position === 'fixed' || at.matches(':popover-open, dialog[open]')) break;
    }
    return [...element.getClientRects()].flatMap((box) => {
      const x = Math.max(left, box.left);
      const y = Math.max(top, box.top);
      const [width, height] = [Math.min(right, box.right) - x, Math.min(bottom, box.bottom) - y];
      return width > 0 && height > 0 ? [new DOMRect(x, y, width, height)] : [];
    });
  };
  (window as unknown as { layout: LayoutTools }).layout = { isSeen, nameOf, boxesOf };
};

/** Texts that are longer than their place: a line for each. What scrolls, and what is cut with its whole text as a tooltip, is meant so. */
const findCutTexts = async (surface: Surface): Promise<string[]> => {
  await surface.evaluate(provideTools);
  return surface.evaluate(() => {
    const { isSeen, nameOf } = (window as unknown as { layout: LayoutTools }).layout;
    /** A text that ends in dots does not make its element scroll while it is still within the padding. */
    const isEllipsis = (element: Element): boolean => {
      const { textOverflow, paddingRight } = getComputedStyle(element);
      if (textOverflow !== 'ellipsis') return false;
      const end = element.getBoundingClientRect().right - Number.parseFloat(paddingRight);
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const isHidden = text.parentElement?.closest('.visually-hidden') !== null;
        if (!isHidden && range.getBoundingClientRect().right > end + 1) return true;
      }
      return false;
    };
    const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowX, display } = getComputedStyle(element);
      if (display === 'inline' || display === 'contents') return false;
      if (element.closest('svg, select, .split-bar, .cm-editor') || !isSeen(element)) return false;
      if (isEllipsis(element)) return element.closest('[title]') === null;
      if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) return false;
      if (['auto', 'scroll'].includes(overflowX)) return !element.matches('.tabs, textarea');
      // What hangs from a filter lies over the rest.
      if (element.matches('input, .filter')) return false;
      const isCutOff = overflowX !== 'visible';
      return isCutOff ? element.closest('[title]') === null : true;
    });
    // What sticks out makes all around it too wide: the innermost says it.
    const innermost = cut.filter(
      (each) => !cut.some((other) => other !== each && each.contains(other)),
    );
    const isWide = document.documentElement.scrollWidth > innerWidth;
    return [
      ...(isWide ? ['the document is wider than its window'] : []),
      ...innermost.map((each) => `${nameOf(each)} ${each.scrollWidth} > ${each.clientWidth}`),
    ];
  });
};

/** Words that go on in another line, with no hyphen: a line for each. Names, addresses and the like may: a word is letters, the first alone a capital one, with nothing of a name around them. */
const findBrokenWords = async (surface: Surface): Promise<string[]> => {
  await surface.evaluate(provideTools);
  return surface.evaluate(() => {
    const { isSeen, nameOf } = (window as unknown as { layout: LayoutTools }).layout;
    const word =
      /(?<![\p{L}\p{N}_./:@#=%&?$"-])\p{L}\p{Ll}{2,}(?![\p{L}\p{N}_/@#=%&$"-]|[.?:]\S)/gu;
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element || element.closest('svg, select, textarea, .cm-editor') || !isSeen(element))
        continue;
      if (getComputedStyle(element).hyphens === 'auto') continue;
      for (const { 0: found, index } of (text.nodeValue ?? '').matchAll(word)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + found.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(`${found} in ${nameOf(element)}`);
      }
    }
    return broken;
  });
};

/** Pairs of controls that lie over each other, a line for each. */
const findOverlaps = async (surface: Surface): Promise<string[]> => {
  await surface.evaluate(provideTools);
  return surface.evaluate(() => {
    const { isSeen, nameOf, boxesOf } = (window as unknown as { layout: LayoutTools }).layout;
    // What floats lies over the rest on purpose.
    const floating =
      '.toasts, .menu, [popover], dialog, .filter-terms, .jump, .find-bar, .node-actions';
    const controls = [
      ...document.querySelectorAll('button, input, select, textarea, summary, a[href]'),
    ]
      .filter((each) => isSeen(each) && !each.closest(floating) && !each.closest('.cm-editor'))
      .map((element) => ({ element, boxes: boxesOf(element) }))
      .filter(({ boxes }) => boxes.length > 0);
    const lieOver = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return controls.flatMap((a, at) =>
      controls
        .slice(at + 1)
        .filter(
          (b) =>
            !a.element.contains(b.element) &&
            !b.element.contains(a.element) &&
            a.boxes.some((one) => b.boxes.some((other) => lieOver(one, other))),
        )
        .map((b) => `${nameOf(a.element)} over ${nameOf(b.element)}`),
    );
  });
};

/** What has no room of what is seen, a line for each: texts that are longer than their place, words that are broken, controls that lie over each other. */
export const findCrowding = async (surface: Surface): Promise<string[]> => [
  ...(await findCutTexts(surface)),
  ...(await findBrokenWords(surface)),
  ...(await findOverlaps(surface)),
];

/** Controls that are smaller than a fingertip, a line for each; a field's label counts with it. */
export const findSmallTargets = async (surface: Surface): Promise<string[]> => {
  await surface.evaluate(provideTools);
  return surface.evaluate(() => {
    const { isSeen, nameOf } = (window as unknown as { layout: LayoutTools }).layout;
    const least = 44;
    const wanted =
      'button, input, select, textarea, summary, a[href], [role=tab], [role=menuitem], [role=treeitem], .grid-body [role=row]';
    return [...document.querySelectorAll<HTMLInputElement>(wanted)]
      .filter((each) => isSeen(each) && !each.closest('.cm-editor'))
      .flatMap((each) => {
        const target = ['checkbox', 'radio'].includes(each.type) ? each.closest('label') : each;
        const { width, height } = (target ?? each).getBoundingClientRect();
        return width >= least - 0.5 && height >= least - 0.5
          ? []
          : [`${nameOf(each)} ${Math.round(width)}x${Math.round(height)}`];
      });
  });
};

/** What of a small dock is to be data, at least. */
export const leastOfData = 0.6;

/** What stands around data in views: bars, heads, fields that look for something, notes on the view itself. */
const around =
  '.toolbars, .grid-head, .details-head, .split-bar, .freshness, .state-tools, .sessions-head, .contract-head, .calls-parts, .diagnosis-notice, .banner, .find-bar, .hidden-bar, .compare-bar';

/** The share of the window's area that shows a view's own content, or that of the dialog over it: 0 to 1. What stands around it does not count. */
export const shareOfData = async (surface: Surface): Promise<number> => {
  await surface.evaluate(provideTools);
  return surface.evaluate((chrome) => {
    const { isSeen, boxesOf } = (window as unknown as { layout: LayoutTools }).layout;
    const areaOf = (element: Element): number =>
      isSeen(element)
        ? boxesOf(element).reduce((sum, { width, height }) => sum + width * height, 0)
        : 0;
    const whole = document.querySelector('#view > *');
    if (!whole) return 0;
    const outside = [...whole.querySelectorAll(chrome)].filter(
      (each) => !each.parentElement?.closest(chrome),
    );
    const inside = areaOf(whole) - outside.reduce((sum, each) => sum + areaOf(each), 0);
    return inside / (innerWidth * innerHeight);
  }, around);
};

/** The share of the window's height in which a dialog's content is seen: 0 to 1. Its buttons, which stay in sight, do not count. */
export const shareOfDialog = (surface: Surface): Promise<number> =>
  surface.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    const buttons = dialog?.querySelector('.dialog-buttons');
    const heightOf = (element?: Element | null) => element?.getBoundingClientRect().height ?? 0;
    return (heightOf(dialog) - heightOf(buttons)) / innerHeight;
  });
