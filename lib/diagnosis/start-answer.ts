import { errorText } from '../model/error-text';
import type { MessageKey } from '../model/message-key';
import { phrase } from '../model/phrase';
import { isScriptMime, type ScriptReport } from '../model/script-report';
import { saidBy } from '../outcome/chain';
import { readError } from '../outcome/read-error';
import { forSite } from './finding';
import type { Attempt } from './start-attempt';
import { type Found, fileOf, found } from './start-finding';
import { cutMiddle, isNotFound } from './title';

/** The script failed while the browser read or ran it. */
export const byError = (attempt: Attempt): Found | undefined => {
  const { error, tag } = attempt;
  if (!error) return undefined;
  const said = readError(error.detail.error) ?? { name: 'Error', message: '' };
  const line = error.detail.line ?? 1;
  const isSyntax = said.name === 'SyntaxError' || /^(?:Uncaught )?SyntaxError/.test(said.message);
  if (isSyntax && /'<'|"<"/.test(said.message) && line <= 2)
    return found(attempt, 'sdk-html', 'findSdkHtml', [fileOf(tag.url)], [forSite('adviceSdkHtml')]);
  return found(
    attempt,
    isSyntax ? 'sdk-syntax' : 'sdk-threw',
    isSyntax ? 'findSdkSyntax' : 'findSdkThrew',
    [fileOf(tag.url), line],
    [forSite('adviceSdkBroken')],
    {},
    saidBy('failed', errorText(said)),
  );
};

/** Why a browser runs no script of a MIME type; `undefined`: it does. */
const refusedMime = (
  { tag }: Attempt,
  { mime, tag: headers }: ScriptReport,
): MessageKey | undefined => {
  if (!headers || isScriptMime(mime)) return undefined;
  if (headers.isNosniff) return 'findSdkMime';
  if (tag.type === 'module') return 'findSdkMimeModule';
  // Fetch Standard, "should response to request be blocked due to its MIME type?"
  return /^(?:audio|image|video)\/|^text\/csv\b/i.test(mime) ? 'findSdkMimeMedia' : undefined;
};

/** What the server answered is no script that the browser runs. */
export const byAnswer = (attempt: Attempt): Found | undefined => {
  const { tag, report, status } = attempt;
  if (status >= 400)
    return found(
      attempt,
      'sdk-http',
      'findSdkHttp',
      [status],
      [forSite('adviceSdkHttp', tag.url)],
      {
        ...(!isNotFound(status) && { title: phrase('titleSdkFails') }),
        about: phrase('titleReturns', cutMiddle(fileOf(tag.url), 36), status),
      },
    );
  if (report?.tag?.isHtml)
    return found(attempt, 'sdk-html', 'findSdkHtml', [fileOf(tag.url)], [forSite('adviceSdkHtml')]);
  // Firefox tells no size of what it has refused: what the server answers now comes first.
  const isEmpty = report ? report.size === 0 : tag.loaded?.size === 0;
  if (status === 200 && isEmpty)
    return found(
      attempt,
      'sdk-empty',
      'findSdkEmpty',
      [fileOf(tag.url)],
      [forSite('adviceSdkEmpty')],
    );
  const refused = report && refusedMime(attempt, report);
  if (refused)
    return found(attempt, 'sdk-mime', refused, [report.mime || '–'], [forSite('adviceSdkMime')]);
  if (report?.tag?.isIntact === false)
    return found(attempt, 'sdk-integrity', 'findSdkIntegrity', [], [forSite('adviceSdkIntegrity')]);
  return undefined;
};

/** It came, threw nothing, and has an `integrity`: until the answer was read that is the likeliest reason why it did not run. */
export const byIntegrity = (attempt: Attempt): Found | undefined => {
  const { tag, report } = attempt;
  const hasCome = tag.loaded?.status === 200 && tag.loaded.size > 0;
  return !report && hasCome && tag.integrity !== ''
    ? found(attempt, 'sdk-integrity', 'findSdkIntegrity', [], [forSite('adviceSdkIntegrity')], {
        isGuess: true,
      })
    : undefined;
};
