/** The languages that there are texts in, and that of the browser. */
export const languageChoices = ['auto', 'en', 'ru'] as const;
/** The themes, and that of DevTools or of the system. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** How the extension's pages look, as a user wants it. */
export interface Preferences {
  language: (typeof languageChoices)[number];
  theme: (typeof themeChoices)[number];
}

/** What a new user has. */
export const defaultPreferences: Preferences = { language: 'auto', theme: 'auto' };

/** Preferences from what was stored, of whatever shape it is. */
export const readPreferences = (stored: unknown): Preferences => {
  const { language, theme } = (
    typeof stored === 'object' && stored !== null ? stored : {}
  ) as Record<string, unknown>;
  return {
    language: languageChoices.find((each) => each === language) ?? defaultPreferences.language,
    theme: themeChoices.find((each) => each === theme) ?? defaultPreferences.theme,
  };
};
