import type { Annotation, SessionPage } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import { signOf } from '../../lib/outcome/sign-of';
import type { FilterContext } from '../../lib/timeline/filter';

/** What a filter's terms ask for besides the entries themselves. */
export const filterContext = (
  remarks: Readonly<Record<string, Annotation>> | undefined,
  outcomes: Outcomes | undefined,
  pages?: readonly SessionPage[],
): FilterContext => {
  const byNumber = pages && new Map(pages.map((page) => [page.number, page]));
  return {
    remarks,
    frameOf:
      byNumber &&
      ((entry) => {
        const page = byNumber.get(entry.page);
        if (!page) return [];
        const texts = [page.embedded?.name ?? '', page.url.replace(/^.*?:\/*/, '')];
        return [`${page.frame || 'top'}`, ...texts.map((text) => text.toLowerCase())];
      }),
    outcomeOf:
      outcomes &&
      ((entry) => {
        const outcome = outcomes.of(entry);
        return [signOf(entry, outcome), outcome?.id].filter((text) => text !== undefined);
      }),
  };
};
