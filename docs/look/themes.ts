import type { Panel } from '../../test/e2e/support/browser';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Gives the panel a theme, and waits until it has it. */
export const showTheme = async (panel: Panel, theme: Theme): Promise<void> => {
  await panel.setTheme(theme);
  await panel.waitFor(
    (wanted) => document.documentElement.dataset.theme === wanted,
    theme as string,
  );
};
