/**
 * Where an issue is written: the project's own address, on GitHub its form with version and browser filled in; `undefined`: none is known.
 * `environment`: as `environmentText` makes it.
 */
export const issueAddress = (bugs: string, environment: string): string | undefined => {
  if (!URL.canParse(bugs)) return undefined;
  const url = new URL(bugs);
  if (url.protocol !== 'https:') return undefined;
  if (url.hostname !== 'github.com' || !/\/issues\/?$/.test(url.pathname)) return url.href;
  const [product = '', ...names] = environment.split(', ');
  url.pathname = url.pathname.replace(/\/?$/, '/new');
  url.search = new URLSearchParams({
    template: 'bug.yml',
    version: product.replace(/^.* /, ''),
    browser: names.join(', '),
  }).toString();
  return url.href;
};
