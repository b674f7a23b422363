import type { Theme } from '../../docs/look/themes';
import type { Panel } from '../../test/e2e/support/browser';

/** Where a panel is drawn in another theme than it should be, whatever it was told. */
export const themeProblems = async (
  panel: Pick<Panel, 'evaluate'>,
  wanted: Theme,
): Promise<string[]> => {
  const shown = await panel.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  return shown === wanted ? [] : [`it is ${shown}, not ${wanted}`];
};
