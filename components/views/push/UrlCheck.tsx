import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { pushUrl, type UrlAnswer, urlProblem } from '../../../lib/push/url-answer';
import { inWords } from '../../../lib/text/in-words';
import { formatBytes } from '../../ui/format-bytes';

interface UrlCheckProps {
  /** The field's name, as `icon`. */
  name: string;
  text: string;
  isImage: boolean;
  /** Address of the page, which relative ones are read against. */
  page: string;
  onCheck(url: string): Promise<UrlAnswer>;
}

/** Asks for an address of a push, when somebody wants that, and says what came. */
export function UrlCheck({ name, text, isImage, page, onCheck }: UrlCheckProps) {
  const [said, setSaid] = useState<{ of: string; isProblem: boolean; text: string } | null>(null);
  if (text === '') return null;
  const check = async () => {
    const url = pushUrl(text, page);
    const tell = (isProblem: boolean, words: string) =>
      setSaid({ of: text, isProblem, text: words });
    if (url === undefined) return tell(true, message('urlNone'));
    try {
      const answer = await onCheck(url);
      const problem = urlProblem(answer, { isImage, url, page });
      if (problem) return tell(true, inWords(problem));
      const { status, type, size, redirectedTo } = answer;
      tell(
        false,
        `${message('urlFine', status, type, formatBytes(size))}${redirectedTo ? ` → ${redirectedTo}` : ''}`,
      );
    } catch (error) {
      tell(true, message('urlUnanswered', (error as Error).message));
    }
  };
  return (
    <span class="url-check">
      <button type="button" class="link" data-action={`check-${name}`} onClick={() => void check()}>
        {message('urlCheck')}
      </button>
      {said?.of === text && (
        <span
          class={said.isProblem ? 'error-text' : 'fact-note'}
          role="status"
          data-url-check={name}
          data-state={said.isProblem ? 'failed' : 'ok'}
        >
          {said.text}
        </span>
      )}
    </span>
  );
}
