import type { PageResult } from './page-result';

/**
 * Checks pages, so many at the same time; the results are in the order of the addresses. `failed`: what is said of a page where `check`
 * rejects, which costs the others nothing. `onResult`: called as each page ends.
 */
export const checkPages = async (
  urls: readonly string[],
  atOnce: number,
  check: (url: string, index: number) => Promise<PageResult>,
  failed: (url: string, error: unknown) => PageResult,
  onResult: (result: PageResult) => void,
): Promise<PageResult[]> => {
  const results: PageResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const index = next++;
      const url = urls[index];
      if (url === undefined) return;
      const result = await check(url, index).catch((error) => failed(url, error));
      results[index] = result;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, urls.length) }, work));
  return results;
};
