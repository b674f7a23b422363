import { type Language, languages } from '../lib/i18n/packed-messages';

interface LanguageSwitchProps {
  language: Language;
  onLanguage(language: Language): void;
}

const names: Record<Language, string> = { en: 'English', ru: 'Русский' };

/** Leads to the other language, by its own name. */
export function LanguageSwitch({ language, onLanguage }: LanguageSwitchProps) {
  return (
    <>
      {languages
        .filter((each) => each !== language)
        .map((each) => (
          <button
            key={each}
            type="button"
            class="link viewer-language"
            lang={each}
            data-language={each}
            onClick={() => onLanguage(each)}
          >
            {names[each]}
          </button>
        ))}
    </>
  );
}
