import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type MessageFile, message, withMessages } from '../../../lib/i18n/message';
import { type Language, languages, unpackMessages } from '../../../lib/i18n/packed-messages';
import { ViewerSource } from './viewer-source';

interface IssueTextProps {
  /** The text in the language of the messages by then. */
  make(): string;
  onCopy(text: string): void;
}

/** Languages by their own names. */
const names: Record<Language, string> = { en: 'English', ru: 'Русский' };

/** A text for an issue, to be read and copied; also in another language than the panel's, for whoever is to read it. */
export function IssueText({ make, onCopy }: IssueTextProps) {
  const readParts = useContext(ViewerSource);
  const shown = languages.find((each) => each === message('locale')) ?? 'en';
  const [language, setLanguage] = useState<Language>(shown);
  const [files, setFiles] = useState<Partial<Record<Language, MessageFile>>>({});
  const file = files[language];
  useEffect(() => {
    if (language === shown || file || !readParts) return;
    void readParts().then(
      ({ messages }) =>
        setFiles((held) => ({ ...held, [language]: unpackMessages(messages, language) })),
      // It stays in the panel's own.
      () => setLanguage(shown),
    );
  }, [language, shown, file, readParts]);
  const text = useMemo(
    () => (language === shown || !file ? make() : withMessages(file, make)),
    [language, shown, file, make],
  );
  return (
    <fieldset>
      <legend>{message('issueText')}</legend>
      {readParts && (
        <label class="export-choice">
          {message('optionsLanguage')}{' '}
          <select
            class="field"
            name="issue-language"
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as Language)}
          >
            {languages.map((each) => (
              <option key={each} value={each}>
                {names[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      <textarea
        class="field issue-text"
        name="issue-text"
        rows={6}
        readOnly
        lang={file ? language : shown}
        aria-label={message('issueText')}
        value={text}
      />
      <p class="none">{message('issueHelp')}</p>
      <button type="button" class="button" data-action="copy-issue" onClick={() => onCopy(text)}>
        {message('issueCopy')}
      </button>
    </fieldset>
  );
}
