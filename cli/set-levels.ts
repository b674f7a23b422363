import type { CheckOptions } from './check-options';
import { fitsUrl } from './fits-url';
import type { PageResult } from './page-result';

/** A page's result with the levels that its findings have at this address. What was found, and the verdict, stay what they are. */
export const setLevels = (
  result: PageResult,
  url: string,
  { rules, pages }: Pick<CheckOptions, 'rules' | 'pages'>,
): PageResult => {
  const { diagnosis } = result;
  if (!diagnosis) return result;
  const fitting = pages.filter((each) => fitsUrl(each.url, url)).map((each) => each.rules);
  const levels = new Map([rules, ...fitting].flatMap((each) => Object.entries(each)));
  return {
    ...result,
    diagnosis: {
      ...diagnosis,
      findings: diagnosis.findings.map((each) => ({
        ...each,
        level: levels.get(each.id) ?? each.severity,
      })),
    },
  };
};
