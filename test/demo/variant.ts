/** The good builds, one a generation. */
export const generations = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'] as const;
export type Generation = (typeof generations)[number];

/** Builds with something special or wrong about them, and what each is made from. */
export const specialBuilds = {
  'throws-loading': 'g6',
  'throws-after': 'g6',
  'syntax-error': 'g6',
  'throws-constructor': 'g1',
  anonymous: 'g5',
  'no-events': 'g6',
  mute: 'g6',
  'asking-only': 'g5',
  late: 'g6',
  two: 'g6',
} as const satisfies Record<string, Generation>;

export type Build = Generation | keyof typeof specialBuilds;
export type Mode = 'firebase' | 'pull' | 'safari';
const setups = ['toolkit', 'container'] as const;
const modes = ['firebase', 'pull', 'safari'] as const;
const keys = ['ok', 'bad'] as const;
const prompts = ['browser', 'closed', 'open'] as const;
const policies = ['none', 'sandbox'] as const;
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
] as const;

/** Which page the demo serves; every field is a query parameter of the same name. */
export interface Variant {
  sdk: Build | 'none';
  setup: (typeof setups)[number];
  mode: Mode;
  worker: (typeof workers)[number];
  /** The page stands in for the browser's push manager, for what no browser can be made to have. */
  standin: boolean;
  /** The page gives `subscribe` its application server key where the SDK gives none: without one Chromium subscribes nobody. */
  keyed: boolean;
  /** `none`: the page makes no instance of AKPush. */
  instance: 'page' | 'none';
  /** `init`: the page calls `initSubscription` while it is still loading. */
  auto: 'init' | 'none';
  /** `bad`: the configured application server key is no key. */
  key: (typeof keys)[number];
  /** `closed`, `open`: a stand-in for a person who closes the browser's prompt for notifications, or leaves it open. */
  prompt: (typeof prompts)[number];
  /** `held`: the page does not end loading before `demo.release()`. */
  loading: (typeof loadings)[number];
  /** `unknown`: the build cannot tell the browser. */
  browser: string;
  /** Storage prefix that the page passes, in place of the built-in one. */
  prefix: string;
  /** Configuration that the page passes, as JSON. */
  config: string;
  /** `sandbox`: the document has an opaque origin. */
  csp: (typeof policies)[number];
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
    keyed: oneOf('keyed', ['0', '1'], '0') === '1',
    instance: oneOf('instance', ['page', 'none'], 'page'),
    auto: oneOf('auto', ['init', 'none'], 'none'),
    key: oneOf('key', keys, 'ok'),
    prompt: oneOf('prompt', prompts, 'browser'),
    loading: oneOf('loading', loadings, 'done'),
    browser: query.get('browser') ?? '',
    prefix: query.get('prefix') ?? '',
    config: query.get('config') ?? '',
    csp: oneOf('csp', policies, 'none'),
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
