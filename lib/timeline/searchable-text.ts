import { shownAs } from '../model/kinds';
import type { SessionEntry } from '../model/session';
import { perLanguage } from '../text/per-language';
import { summarize } from '../text/summary';

/** The longest text that is searched: an entry that holds more is found by its beginning. */
const longest = 100_000;

const texts = perLanguage(() => new WeakMap<SessionEntry, string>());
const lowered = perLanguage(() => new WeakMap<SessionEntry, string>());

/** What the filter's words are looked for in: name, summary, URL and the JSON of the details. */
export const searchableText = (entry: SessionEntry): string => {
  let text = texts().get(entry);
  if (text === undefined) {
    const detail = JSON.stringify(entry.detail);
    // Quotes inside JSON text are found as they were typed, not as `\"`.
    const plain = detail.includes('\\"') ? detail.replace(/(?<!\\)\\+"/g, '"') : detail;
    text = `${shownAs(entry.kind)} ${entry.name} ${summarize(entry)} ${entry.url} ${plain}`.slice(
      0,
      longest,
    );
    texts().set(entry, text);
  }
  return text;
};

/** The same in lower case. */
export const searchableLowerText = (entry: SessionEntry): string => {
  let text = lowered().get(entry);
  if (text === undefined) {
    text = searchableText(entry).toLowerCase();
    lowered().set(entry, text);
  }
  return text;
};
