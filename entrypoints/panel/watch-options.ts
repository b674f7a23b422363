import { watchStored } from '../../lib/browser';
import { type Mutes, readMutes } from '../../lib/diagnosis/mutes';
import { provideLanguage } from '../../lib/i18n/provide-language';
import { type Preferences, readPreferences } from '../../lib/saved/preferences';
import { readSettings, type Settings } from '../../lib/timeline/settings';

/** What the page of settings can change of a panel that is open. */
export interface OptionChange {
  settings?: Pick<Settings, 'keepDays' | 'readScripts' | 'time'>;
  /** Its language is that of the texts by then. */
  preferences?: Preferences;
  mutes?: Mutes;
}

/** Calls `onChange` when settings were changed elsewhere, by this panel too. Answers how to stop. */
export const watchOptions = (onChange: (change: OptionChange) => void): (() => void) =>
  watchStored((stored) => {
    if ('settings' in stored) {
      const { keepDays, readScripts, time } = readSettings(stored.settings);
      onChange({ settings: { keepDays, readScripts, time } });
    }
    if ('mutes' in stored) onChange({ mutes: readMutes(stored.mutes) });
    if ('preferences' in stored) {
      const preferences = readPreferences(stored.preferences);
      void provideLanguage(preferences.language).then(() => onChange({ preferences }));
    }
  });
