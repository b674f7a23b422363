import { type Phrase, phrase } from '../model/phrase';
import { isScriptMime, type ScriptReport } from '../model/script-report';

/** What is wrong with a worker's script, in one line; `undefined` for a healthy one. */
export const brokenScript = (report: ScriptReport): Phrase | undefined => {
  const { url, httpStatus, redirectedTo, mime, imports } = report;
  if (redirectedTo) return phrase('scriptRedirected', url, redirectedTo);
  if (httpStatus < 200 || httpStatus > 299) return phrase('scriptStatus', url, httpStatus);
  if (!isScriptMime(mime)) return phrase('scriptMime', url, mime || '–');
  for (const { url: imported, answer } of imports) {
    if ('failed' in answer) return phrase('scriptImport', imported, answer.failed.message);
    if (answer.ok < 200 || answer.ok > 299) return phrase('scriptImport', imported, answer.ok);
  }
  return undefined;
};
