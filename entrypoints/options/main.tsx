import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Options } from '../../components/options/Options';
import { currentTheme, watchTheme } from '../../lib/browser';
import { type Mutes, readMutes, setMuted } from '../../lib/diagnosis/mutes';
import { rules } from '../../lib/diagnosis/rules';
import { message } from '../../lib/i18n/message';
import { provideLanguage } from '../../lib/i18n/provide-language';
import { defaultPreferences, type Preferences, readPreferences } from '../../lib/saved/preferences';
import { readSettings, type Settings } from '../../lib/timeline/settings';
import './style.css';

const { version } = browser.runtime.getManifest();

/** What is reset: how the extension looks and what it leaves out, nothing that somebody made. */
const ofSettings = ['settings', 'preferences', 'mutes'];

const nameOf = (id: string): string => {
  const rule = rules.find((each) => each.id === id);
  return rule ? message(rule.title) : id;
};

interface Saved {
  preferences: Preferences;
  settings: Settings;
  mutes: Mutes;
}

const load = async (): Promise<Saved> => {
  const saved = await browser.storage.local.get(ofSettings);
  return {
    preferences: readPreferences(saved.preferences),
    settings: readSettings(saved.settings),
    mutes: readMutes(saved.mutes),
  };
};

function Page({ first }: { first: Saved }) {
  const [saved, setSaved] = useState(first);
  const { preferences, settings, mutes } = saved;
  const keep = (change: Partial<Saved>): void => {
    setSaved((held) => ({ ...held, ...change }));
    void browser.storage.local.set(change);
  };
  // Another may be chosen before a language's texts have come.
  const chosen = useRef(preferences);
  const prefer = (change: Partial<Preferences>): void => {
    chosen.current = { ...chosen.current, ...change };
    void provideLanguage(chosen.current.language).then(() => keep({ preferences: chosen.current }));
  };
  const [system, setSystem] = useState(currentTheme);
  useEffect(() => watchTheme(setSystem), []);
  const theme = preferences.theme === 'auto' ? system : preferences.theme;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <Options
      preferences={preferences}
      settings={settings}
      mutes={mutes}
      version={version}
      nameOf={nameOf}
      onPreferences={prefer}
      // An open panel may have changed others of them meanwhile.
      onSettings={(change) =>
        void load().then((now) => keep({ settings: { ...now.settings, ...change } }))
      }
      onUnmute={(origin, rule) => keep({ mutes: setMuted(mutes, origin, rule, false) })}
      onReset={() =>
        void browser.storage.local
          .remove(ofSettings)
          .then(() => {
            chosen.current = defaultPreferences;
          })
          .then(() => provideLanguage(defaultPreferences.language))
          .then(load)
          .then(setSaved)
      }
    />
  );
}

const start = async (): Promise<void> => {
  const first = await load();
  await provideLanguage(first.preferences.language);
  render(<Page first={first} />, document.getElementById('app') as HTMLElement);
};

void start();
