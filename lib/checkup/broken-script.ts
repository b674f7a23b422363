import { message } from '../i18n/message';
import { isScriptMime, type ScriptReport } from '../model/script-report';

/** What is wrong with a worker's script, in one line; `undefined` for a healthy one. */
export const brokenScript = (report: ScriptReport): string | undefined => {
  const { url, httpStatus, redirectedTo, mime, imports } = report;
  if (redirectedTo) return message('scriptRedirected', url, redirectedTo);
  if (httpStatus < 200 || httpStatus > 299) return message('scriptStatus', url, httpStatus);
  if (!isScriptMime(mime)) return message('scriptMime', url, mime || '–');
  for (const { url: imported, answer } of imports) {
    if ('failed' in answer) return message('scriptImport', imported, answer.failed.message);
    if (answer.ok < 200 || answer.ok > 299) return message('scriptImport', imported, answer.ok);
  }
  return undefined;
};
