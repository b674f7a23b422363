import { useState } from 'preact/hooks';
import type { Mutes } from '../../lib/diagnosis/mutes';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import type { MessageKey } from '../../lib/model/message-key';
import { languageChoices, type Preferences, themeChoices } from '../../lib/saved/preferences';
import type { Settings } from '../../lib/timeline/settings';
import { Confirm } from '../ui/Confirm';
import { NamedButton } from '../ui/NamedButton';

interface OptionsProps {
  preferences: Preferences;
  settings: Settings;
  mutes: Mutes;
  version: string;
  /** What a finding's rule looks for, in a few words. */
  nameOf(rule: string): string;
  onPreferences(change: Partial<Preferences>): void;
  onSettings(change: Partial<Settings>): void;
  onUnmute(origin: string, rule: string): void;
  onReset(): void;
}

const themes: Record<Preferences['theme'], MessageKey> = {
  auto: 'themeAuto',
  light: 'themeLight',
  dark: 'themeDark',
};

/** Languages by their own names. */
const languages: Record<Exclude<Preferences['language'], 'auto'>, string> = {
  en: 'English',
  ru: 'Русский',
};

/** Days after which a session is deleted; 0: never. */
const retentions = [0, 7, 30, 90] as const;

interface ChoiceProps<T extends string> {
  name: string;
  label: string;
  value: T;
  /** What there is to choose, with its words. */
  choices: readonly (readonly [value: T, text: string])[];
  onChoose(value: T): void;
}

/** One of a few, with a label. */
function Choice<T extends string>({ name, label, value, choices, onChoose }: ChoiceProps<T>) {
  return (
    <label>
      {label}{' '}
      <select
        class="field"
        name={name}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as T)}
      >
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What can be chosen for all pages of the extension. Each change is kept at once. */
export function Options(props: OptionsProps) {
  const { preferences, settings, mutes, onPreferences, onSettings } = props;
  const [isAsking, setIsAsking] = useState(false);
  const muted = Object.entries(mutes).filter(([, rules]) => rules.length > 0);
  return (
    <main class="options" data-view="options">
      <h1>{message('optionsTitle')}</h1>
      <section>
        <h2>{message('optionsLooks')}</h2>
        <Choice
          name="language"
          label={message('optionsLanguage')}
          value={preferences.language}
          choices={languageChoices.map((each) => [
            each,
            each === 'auto' ? message('languageAuto') : languages[each],
          ])}
          onChoose={(language) => onPreferences({ language })}
        />
        <p class="none">{message('languageHelp')}</p>
        <Choice
          name="theme"
          label={message('optionsTheme')}
          value={preferences.theme}
          choices={themeChoices.map((each) => [each, message(themes[each])])}
          onChoose={(theme) => onPreferences({ theme })}
        />
        <Choice
          name="time"
          label={message('optionsTimes')}
          value={settings.time}
          choices={[
            ['absolute', message('timesClock')],
            ['relative', message('timesRelative')],
          ]}
          onChoose={(time) => onSettings({ time })}
        />
      </section>
      <section>
        <h2>{message('viewDiagnosis')}</h2>
        <label>
          <input
            type="checkbox"
            name="read-scripts"
            checked={settings.readScripts}
            onChange={(event) => onSettings({ readScripts: event.currentTarget.checked })}
          />{' '}
          {message('readScripts')}
        </label>
        <h3>{message('optionsMuted')}</h3>
        {muted.length === 0 ? (
          <p class="none">{message('optionsNoneMuted')}</p>
        ) : (
          <ul class="options-muted">
            {muted.flatMap(([origin, rules]) =>
              rules.map((rule) => (
                <li key={`${origin} ${rule}`} data-muted={rule}>
                  <span>
                    {props.nameOf(rule)} <span class="none">{origin}</span>
                  </span>
                  <NamedButton
                    action="unmute-finding"
                    label={message('unmuteFinding')}
                    of={`${props.nameOf(rule)}, ${origin}`}
                    onClick={() => props.onUnmute(origin, rule)}
                  />
                </li>
              )),
            )}
          </ul>
        )}
      </section>
      <section>
        <h2>{message('viewSessions')}</h2>
        <Choice
          name="keep-days"
          label={message('keepFor')}
          value={String(settings.keepDays)}
          choices={retentions.map((days) => [
            String(days),
            days === 0 ? message('keepAlways') : plural('keepDays', days),
          ])}
          onChoose={(days) => onSettings({ keepDays: Number(days) })}
        />
      </section>
      <section>
        <h2>{message('optionsReset')}</h2>
        <p class="none">{message('optionsResetHelp')}</p>
        <button
          type="button"
          class="button"
          data-action="reset-settings"
          onClick={() => setIsAsking(true)}
        >
          {message('optionsResetAction')}…
        </button>
        {isAsking && (
          <Confirm
            title={message('optionsResetAction')}
            question={message('optionsResetHelp')}
            onConfirm={() => {
              setIsAsking(false);
              props.onReset();
            }}
            onCancel={() => setIsAsking(false)}
          />
        )}
      </section>
      <p class="none">AKPush Inspector {props.version}</p>
    </main>
  );
}
