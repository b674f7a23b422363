import { containerIdOf } from '../akpush/container-id';
import { nameArguments } from '../akpush/method-arguments';
import { pushPixPath } from '../akpush/push-pix';
import { message } from '../i18n/message';
import type { Details, EntryKind, ErrorData, SdkDetail } from '../model/entry';
import { errorText } from '../model/error-text';
import type { SessionEntry } from '../model/session';
import { foundHow } from './found-how';
import { inWords } from './in-words';
import { perLanguage } from './per-language';
import { previewValue } from './preview';
import { pushWayKeys } from './push-way';
import { sentHow } from './sent-how';
import { stepNote } from './step-note';

type Summarize<K extends EntryKind> = (detail: Details[K], name: string) => string;

const wordError = (error: ErrorData): string => inWords(errorText(error));

const join = (...parts: (string | false | undefined | null)[]): string =>
  parts.filter(Boolean).join(' · ');

const shortUrl = (url: string): string => {
  // `data:` and the like have no host.
  if (!URL.canParse(url) || !/^https?:/.test(url)) return url.slice(0, 200);
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
};

const pathOf = (url: string | null): string =>
  url && URL.canParse(url) ? new URL(url).pathname + new URL(url).search : (url ?? '');

/** The container that a SDK came from, or else its script. */
const originOf = ({ script, scripts }: SdkDetail): string => {
  for (const url of script ? [script, ...scripts] : scripts) {
    const id = containerIdOf(url);
    if (id) return message('container', id.account, id.resource);
  }
  return script ? shortUrl(script) : '';
};

/** What something was given, and what came of it. */
const whatCame = ({ data, result, error }: Details['worker-step']): string =>
  join(
    data !== undefined && previewValue(data),
    error ? wordError(error) : result !== undefined && `→ ${previewValue(result, 60)}`,
  );

const summaries: { [K in EntryKind]: Summarize<K> } = {
  sdk: (detail) => join(message(foundHow(detail)), originOf(detail)),
  call: ({ args, result, error }, name) =>
    [
      nameArguments(name, args)
        .map((each) => `${each.name} ${previewValue(each.value, 60)}`)
        .join(', '),
      error
        ? `→ ${wordError(error)}`
        : result !== undefined && name !== 'constructor' && `→ ${previewValue(result, 60)}`,
    ]
      .filter(Boolean)
      .join(' '),
  event: ({ payload, listeners, error }) =>
    join(
      payload.map((each) => previewValue(each)).join(', '),
      listeners === 0 && message('nobodyListened'),
      error && wordError(error),
    ),
  request: ({ method, url, response, error }) => {
    const path = pushPixPath(url);
    const where = path && URL.canParse(url) ? `${new URL(url).host} ${path}` : shortUrl(url);
    const answer = error ? wordError(error) : response !== undefined && previewValue(response, 60);
    return `${method} ${where}${answer ? ` → ${answer}` : ''}`;
  },
  permission: ({ before, answer, gesture, error }) =>
    join(
      answer ? `${before} → ${answer}` : before,
      !gesture && message('withoutGesture'),
      error && wordError(error),
    ),
  subscription: ({ scope, result, error }) =>
    join(pathOf(scope), error ? wordError(error) : result !== undefined && previewValue(result)),
  worker: ({ script, scope, error }) =>
    join(
      pathOf(script),
      scope !== null && message('withScope', pathOf(scope)),
      error && wordError(error),
    ),
  push: ({ way, payload, ...told }) =>
    join(
      way && message(pushWayKeys[way]),
      payload !== undefined && (payload === null ? message('noPayload') : previewValue(payload)),
      sentHow(told),
      whatCame(told),
    ),
  'worker-step': (detail, name) => join(whatCame(detail), stepNote(name, detail)),
  action: ({ target, result, error }) =>
    join(
      previewValue(target),
      error ? wordError(error) : result !== undefined && previewValue(result, 60),
    ),
  error: ({ error, script, line }) =>
    join(wordError(error), script && `${shortUrl(script)}${line ? `:${line}` : ''}`),
};

const known = perLanguage(() => new WeakMap<SessionEntry, string>());

/** An entry in one line. */
export const summarize = (entry: SessionEntry): string => {
  let text = known().get(entry);
  if (text === undefined) {
    const summary = summaries[entry.kind] as Summarize<EntryKind>;
    text = summary(entry.detail, entry.name).slice(0, 400);
    known().set(entry, text);
  }
  return text;
};
