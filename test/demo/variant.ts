/** The good builds, one a generation. */
export const generations = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'] as const;
export type Generation = (typeof generations)[number];

/** Builds with something special or wrong about them, and what each is made from. */
export const specialBuilds = {
  'throws-loading': 'g6',
  'throws-after': 'g6',
  'syntax-error': 'g6',
  'throws-constructor': 'g1',
  'throws-anew': 'g1',
  anonymous: 'g5',
  'no-events': 'g6',
  mute: 'g6',
  'asking-only': 'g5',
  late: 'g6',
  two: 'g6',
  var: 'g1',
} as const satisfies Record<string, Generation>;

export type Build = Generation | keyof typeof specialBuilds;
export type Mode = 'firebase' | 'pull' | 'safari';
const setups = ['toolkit', 'container'] as const;
const modes = ['firebase', 'pull', 'safari'] as const;
const keys = ['ok', 'bad'] as const;
const keyings = ['0', '1', 'always'] as const;
const prompts = ['browser', 'closed', 'open', 'allowed'] as const;
const askers = ['sdk', 'site'] as const;
const fcms = ['now', 'before-2024'] as const;
const scripts = ['ok', 'missing'] as const;
const fallbacks = ['missing', 'ok'] as const;
const accounts = ['first', 'second'] as const;
const policies = [
  'none',
  'sandbox',
  'own-scripts',
  'no-workers',
  'nonce',
  'strict-dynamic',
] as const;
/** Other programs that a site has beside AKPush, `site/beside-<name>.js`. */
const others = ['none', 'pwa', 'cleaner', 'onesignal'] as const;
const fetches = ['browser', 'traced', 'answering'] as const;
const tags = [
  'ok',
  'consent',
  'cookieblock',
  'integrity',
  'manager',
  'deferred',
  'awaited',
  'banner',
  'taken',
] as const;
const builds = ['ok', 'missing', 'html', 'empty', 'nosniff', 'closed', 'nothing'] as const;
const expirations = ['never', 'past'] as const;
/** Reasons for which a stand-in of `pushManager.subscribe` refuses. */
const refusals = [
  'none',
  'no-service',
  'no-answer',
  'other-key',
  'no-worker',
  'user-visible',
  'service-off',
  'unreachable',
  'limit',
  'storage',
  'retry',
  'refused',
] as const;
const instances = ['page', 'none', 'click'] as const;
const loadings = ['done', 'held'] as const;
const workers = [
  'ok',
  'missing',
  'html',
  'foreign',
  'subfolder',
  'unreachable',
  'redirect',
  'closed',
  'overwritten',
  'waits',
  'empty',
  'page-container',
  'other-resource',
  'policy',
  'workbox',
  'renamed',
  'endless',
  'slow',
  'between',
  'keeps',
] as const;

/** Which page the demo serves; every field is a query parameter of the same name. */
export interface Variant {
  sdk: Build | 'none';
  setup: (typeof setups)[number];
  mode: Mode;
  worker: (typeof workers)[number];
  /** The page stands in for the browser's push manager, for what no browser can be made to have. */
  standin: boolean;
  /** `1`: the page gives `subscribe` its application server key where the SDK gives none: without one Chromium subscribes nobody. `always`: always. */
  keyed: (typeof keyings)[number];
  /** `none`: the page makes no instance of AKPush; `click`: it makes one at each click. */
  instance: (typeof instances)[number];
  /** `init`: the page calls `initSubscription` while it is still loading. */
  auto: 'init' | 'none';
  /** `bad`: the configured application server key is no key. */
  key: (typeof keys)[number];
  /** `closed`, `open`, `allowed`: a stand-in for a person who closes the browser's prompt for notifications, leaves it open, or allows them. */
  prompt: (typeof prompts)[number];
  /** `site`: the shop has a button of its own that asks for the permission. */
  ask: (typeof askers)[number];
  /** `before-2024`: Firebase's library asks a service that was switched off in 2024. */
  fcm: (typeof fcms)[number];
  /** `missing`: the scripts of Firebase's library that G2 needs do not load. */
  scripts: (typeof scripts)[number];
  /** Whether the site has the worker that Firebase's library takes by itself, `/firebase-messaging-sw.js`. */
  fallback: (typeof fallbacks)[number];
  /** The two builds of `two`. */
  first: Generation;
  second: Generation;
  /** Whose build it is: the second one of `two` is of another account, with a server of its own. */
  account: (typeof accounts)[number];
  /** `held`: the page does not end loading before `demo.release()`. */
  loading: (typeof loadings)[number];
  /** `unknown`: the build cannot tell the browser. */
  browser: string;
  /** Storage prefix that the page passes, in place of the built-in one. */
  prefix: string;
  /** Configuration that the page passes, as JSON. */
  config: string;
  /** How the page's tag for the SDK is: held back for a consent tool, with the `integrity` of another script, or that of the tag manager; `deferred`, and used before it has run, or `awaited` until then; `banner`: a click on a banner brings it, and subscribes; `taken`: the page has something of its own in `window.AKPush` before. */
  tag: (typeof tags)[number];
  /** What lies at the address of the site's own build: a 404, a page, an empty file, text with `nosniff`, no answer, or another script. */
  build: (typeof builds)[number];
  /** `traced`: the page has a `fetch` of its own, which adds a header, as monitoring does; `answering`: which makes an answer where there is none. */
  fetch: (typeof fetches)[number];
  /** `sandbox`: the document has an opaque origin; `own-scripts`: it may load scripts of its own origin alone; `no-workers`: and workers of another; `nonce`: scripts with a nonce; `strict-dynamic`: and what those load. */
  csp: (typeof policies)[number];
  /** Another program that the site has beside AKPush. */
  beside: (typeof others)[number];
  /** Why a stand-in of `pushManager.subscribe` refuses, as browsers do. */
  refuse: (typeof refusals)[number];
  /** When the subscription of the stand-in ends. */
  expires: (typeof expirations)[number];
  /** What is wrong with the page: an id of `faults.ts`. */
  fault: string;
}

/** The variant that a query asks for. Throws on a word it does not know, so that a typing error is not a green test. */
export function readVariant(query: URLSearchParams): Variant {
  function oneOf<T extends string>(name: string, known: readonly T[], otherwise: T): T {
    const given = query.get(name) ?? otherwise;
    const found = known.find((word) => word === given);
    if (found === undefined) throw new Error(`${name}=${given}: expected ${known.join(', ')}`);
    return found;
  }
  const special = Object.keys(specialBuilds) as (keyof typeof specialBuilds)[];
  return {
    sdk: oneOf('sdk', ['none', ...generations, ...special], 'g6'),
    setup: oneOf('setup', setups, 'toolkit'),
    mode: oneOf('mode', modes, 'pull'),
    worker: oneOf('worker', workers, 'ok'),
    standin: oneOf('standin', ['0', '1'], '0') === '1',
    keyed: oneOf('keyed', keyings, '0'),
    instance: oneOf('instance', instances, 'page'),
    auto: oneOf('auto', ['init', 'none'], 'none'),
    key: oneOf('key', keys, 'ok'),
    prompt: oneOf('prompt', prompts, 'browser'),
    ask: oneOf('ask', askers, 'sdk'),
    fcm: oneOf('fcm', fcms, 'now'),
    scripts: oneOf('scripts', scripts, 'ok'),
    fallback: oneOf('fallback', fallbacks, 'missing'),
    first: oneOf('first', generations, 'g6'),
    second: oneOf('second', generations, 'g5'),
    account: oneOf('account', accounts, 'first'),
    loading: oneOf('loading', loadings, 'done'),
    browser: query.get('browser') ?? '',
    prefix: query.get('prefix') ?? '',
    config: query.get('config') ?? '',
    tag: oneOf('tag', tags, 'ok'),
    build: oneOf('build', builds, 'ok'),
    fetch: oneOf('fetch', fetches, 'browser'),
    csp: oneOf('csp', policies, 'none'),
    beside: oneOf('beside', others, 'none'),
    refuse: oneOf('refuse', refusals, 'none'),
    expires: oneOf('expires', expirations, 'never'),
    fault: query.get('fault') ?? '',
  };
}

/** The generation whose shape a build has. */
export function generationOf(build: Build): Generation {
  return build in specialBuilds
    ? specialBuilds[build as keyof typeof specialBuilds]
    : (build as Generation);
}
