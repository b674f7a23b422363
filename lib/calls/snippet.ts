import { type Encoded, textOf } from '../model/encoded-value';
import type { RequestDetail } from '../model/entry';
import { emptySession, type Session, type SessionEntry } from '../model/session';
import { redactSession } from '../redaction/redact';
import type { ReadyCall } from './call-draft';
import { shellWord } from './shell-word';

/** What is not seen, and what would end a script in a page. */
const escapes = /[\u007f-\u009f\u2028\u2029\p{Cf}]|<(?=[!/])/gu;

/**
 * A value of JSON as JavaScript that says the same: in an object literal `"__proto__"` would be its prototype. In this form a key begins its line,
 * and no text does.
 */
const argumentText = (value: unknown): string =>
  value === undefined
    ? 'undefined'
    : JSON.stringify(value, null, 2)
        .replace(/^( *)("__proto__"): /gm, '$1[$2]: ')
        .replace(escapes, (character) =>
          [...Array(character.length).keys()]
            .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
            .join(''),
        );

/** A call as JavaScript that runs when it is pasted into the console of the page. */
export const callSnippet = ({ method, args, instance, config }: ReadyCall): string => {
  const list = args.map(argumentText).join(', ');
  if (method === 'removeToken') return `await AKPush.removeToken(${list});`;
  const target = instance
    ? `window[${argumentText(instance)}]`
    : `new AKPush(${config === undefined ? '' : argumentText(config)})`;
  return `await ${target}.${method}(${list});`;
};

type Request = Pick<RequestDetail, 'method' | 'url' | 'headers' | 'body'>;

/** A request without secrets, those that the session knows too. Whatever is asked for, its body is read as one that saves a profile. */
const withoutSecrets = (request: Request, session: Session): Request => {
  const entry: SessionEntry = {
    key: '',
    page: 0,
    origin: 'page',
    order: 0,
    id: 0,
    kind: 'request',
    name: 'save',
    status: 'ok',
    time: 0,
    url: '',
    detail: request,
  };
  const redacted = redactSession({ ...session, entries: [...session.entries, entry] });
  const last = redacted.entries.at(-1);
  if (last?.kind !== 'request') throw new Error('The request is not there any more.');
  return last.detail;
};

/** Whether HTTP has such a header: others are never sent, and curl would read `@name` from a file. */
const isHeaderName = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

const headerOption = ([name, value]: readonly [string, string]): string => {
  // No browser sends a line break in a header: here it begins no other header either.
  const sent = value.replace(/[\r\n\0]+/g, ' ').trim();
  return `-H ${shellWord(sent === '' ? `${name};` : `${name}: ${sent}`)}`;
};

/**
 * A request as a `curl` line for bash and zsh, and for every POSIX shell where it has no control characters: it sends what the page has sent. Without
 * secrets unless `isWhole`: such a line shows the request, it does not repeat it.
 */
export const curlLine = (
  request: Request,
  isWhole: boolean,
  session: Session = emptySession,
): string => {
  const { method, url, headers, body } = isWhole ? request : withoutSecrets(request, session);
  const verb = method.replace(/[^\w-]/g, '');
  const way = verb === '' ? '' : verb === 'HEAD' ? ' --head' : ` -X ${verb}`;
  // Brackets are no pattern, and what is no address of the web is not asked for: curl reads files too.
  const options = `--globoff${/^https?:/i.test(url) ? '' : ' --proto =http,https'}`;
  const sent = textOf(body as Encoded);
  const given = headers.filter(([name]) => isHeaderName(name));
  const isTyped = given.some(([name]) => name.toLowerCase() === 'content-type');
  return [
    `curl${way} ${url.startsWith('-') ? '--url ' : ''}${shellWord(url)} ${options}`,
    ...given.map(headerOption),
    // What `fetch` says of a text; curl would say that it is a form.
    ...(sent === undefined || isTyped ? [] : ["-H 'Content-Type: text/plain;charset=UTF-8'"]),
    ...(sent === undefined ? [] : [`--data-raw ${shellWord(sent)}`]),
  ].join(' \\\n  ');
};
