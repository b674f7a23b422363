import * as v from 'valibot';
import { methodNames } from '../../lib/akpush/methods';
import { browserNames } from '../find-browser';
import { permissions } from '../page-result';
import { readUrl } from '../read-url';

const text = v.pipe(v.string(), v.maxLength(10_000));
const address = v.pipe(
  text,
  v.check((given) => readUrl(given) !== undefined, 'expected an address of http or https'),
);
/** One whose name and password would be for a site that was not opened with the session. */
const bareAddress = v.pipe(
  address,
  v.check((given) => {
    const { username, password } = new URL(readUrl(given) ?? given);
    return username === '' && password === '';
  }, 'a name and a password are given with the session: url or user'),
);
const selector = v.pipe(text, v.minLength(1));

/** What a session is made with that belongs to the site of its `url`: without one it is refused. */
export const ofUrl = ['permission', 'user', 'cookies'] as const;

/** What each request may say. What is not here is refused. */
export const requestBodies = {
  create: v.pipe(
    v.strictObject({
      /** The page that is opened at once. */
      url: v.optional(address),
      browser: v.optional(v.picklist(browserNames)),
      /** What the visitor of that page's site has answered about notifications. */
      permission: v.optional(v.picklist(permissions)),
      /** Milliseconds that a page may take to come to rest. */
      timeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(600_000))),
      /** `false`: answers have the secrets. */
      redact: v.optional(v.boolean()),
      /** What the page's server is answered that asks for a name and a password. */
      user: v.optional(v.strictObject({ name: text, password: text })),
      /** Cookies of the page's host. */
      cookies: v.optional(
        v.pipe(v.array(v.strictObject({ name: text, value: text })), v.maxLength(100)),
      ),
    }),
    v.check(
      (given) => given.url !== undefined || ofUrl.every((each) => given[each] === undefined),
      `${ofUrl.join(', ')}: they are for the site of url, which is not there`,
    ),
  ),
  goto: v.strictObject({ url: bareAddress }),
  subscribe: v.strictObject({
    click: v.optional(selector),
    permission: v.optional(v.picklist([...permissions, 'keep'])),
  }),
  click: v.strictObject({ selector }),
  call: v.strictObject({
    method: v.picklist(methodNames),
    args: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(10))),
  }),
  push: v.strictObject({
    /** A text, or what is to be its JSON. */
    payload: v.unknown(),
  }),
} as const;

export type RequestBody<Name extends keyof typeof requestBodies> = v.InferOutput<
  (typeof requestBodies)[Name]
>;
