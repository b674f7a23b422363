import type { PushMode } from '../../lib/akpush/push-mode';
import { type Engine, engines } from '../../lib/diagnosis/engine';
import type { Entry } from '../../lib/model/entry';
import type { PageState, RegistrationState } from '../../lib/model/page-state';
import { healthyEntries } from './make-input';
import { makeEntry } from './make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from './make-state';

/** A build of the SDK on a page in a browser. */
export interface Build {
  /** `none`: the page has no AKPush. */
  generation: 'none' | 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6';
  engine: Engine;
  mode: PushMode;
}

/** The methods that each generation shows. */
export const methodsOf: Readonly<Record<Build['generation'], readonly string[]>> = {
  none: [],
  G1: ['initSubscription', 'subscribe', 'unsubscribe'],
  G2: ['initSubscription'],
  G3: ['initSubscription', 'removeToken', 'events'],
  G4: ['initSubscription', 'updateSubscription', 'removeToken', 'events'],
  G5: ['initSubscription', 'updateSubscription', 'removeToken', 'events'],
  G6: ['initSubscription', 'updateSubscription', 'suspendSubscription', 'removeToken', 'events'],
};

const generations = Object.keys(methodsOf) as Build['generation'][];

/** All builds. Safari’s mode came with G5. */
export const builds: readonly Build[] = generations.flatMap((generation) =>
  engines.flatMap((engine) =>
    (['pull', 'firebase', 'safari'] as const)
      .filter((mode) => mode !== 'safari' || generation >= 'G5')
      .map((mode) => ({ generation, engine, mode })),
  ),
);

const fcmToken = `abcdefgh_12:APA91b${'x_1'.repeat(40)}`;

/** What a page with that build has recorded and stored, as far as it differs between builds. */
export const partsOf = ({ generation, engine, mode }: Build) => {
  const isNone = generation === 'none';
  const browser = mode === 'safari' ? 'Safari' : engine === 'gecko' ? 'Firefox' : 'Chrome';
  const endpoint =
    engine === 'gecko'
      ? 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABabcdef'
      : 'https://fcm.googleapis.com/fcm/send/d8Qx0aT:APA91babcdef';
  const script = `https://shop.example/service-worker.js${generation === 'G1' ? '' : `?browser=${browser}`}`;
  const isOld = generation === 'G1' || generation === 'G2';
  const key = generation === 'G1' ? 'current_token' : `${prefix}current_token`;
  const entries = (config: object = {}): Entry[] =>
    isNone
      ? []
      : healthyEntries({
          browser,
          browsers: { [browser]: { isFirebase: mode === 'firebase' } },
          firebase: { apiKey: 'k', projectId: 'p', messagingSenderId: '1', appId: 'a' },
          ...config,
        }).map((entry) =>
          entry.kind === 'sdk'
            ? {
                ...entry,
                name: generation,
                detail: {
                  ...entry.detail,
                  members: [...methodsOf[generation]],
                  hasPending: generation >= 'G5',
                },
              }
            : entry,
        );
  const registration = (change: Partial<RegistrationState> = {}): RegistrationState =>
    makeRegistration({
      active: { scriptURL: script, state: 'activated' },
      subscription: { ok: makeSubscription({ endpoint }) },
      ...change,
    });
  const token = mode === 'firebase' ? fcmToken : endpoint;
  /** A reading; `token: null`: nothing is cached. */
  const state = ({
    token: cached = token,
    ...more
  }: Omit<NonNullable<Parameters<typeof makeState>[0]>, 'cache'> & {
    token?: string | null;
    others?: Record<string, string>;
  } = {}): PageState => {
    const { others = {}, ...parts } = more;
    const rows = { ...(cached === null ? {} : { [key]: cached }), ...others };
    return makeState({
      registrations: [registration()],
      ...(mode === 'firebase' && {
        messaging: {
          a: {
            token: fcmToken,
            createTime: 1,
            subscriptionOptions: { swScope: 'https://shop.example/', endpoint, vapidKey: '' },
          },
        },
      }),
      ...parts,
      cache: isOld ? null : rows,
      local: isOld ? rows : {},
    });
  };
  let id = 10;
  const make = <K extends Parameters<typeof makeEntry>[0]>(
    kind: K,
    name: string,
    detail: NonNullable<NonNullable<Parameters<typeof makeEntry<K>>[1]>['detail']> = {},
    change: object = {},
  ): Entry => {
    id += 10;
    return makeEntry(kind, { id, name, time: id * 100, duration: 5, detail, ...change } as never);
  };
  /** A call, after the earlier ones. */
  const call = (name: string, detail: object = {}, change: object = {}): Entry =>
    make('call', name, { args: [], ...detail } as never, change);
  /** A request of the SDK about this token. */
  const told = (name: string, answer: object = {}, about = token): Entry =>
    make('request', name, {
      httpStatus: 200,
      response: { error: 0 },
      body: JSON.stringify({ endpoint: about }),
      ...answer,
    } as never);
  return { browser, endpoint, script, token, key, entries, registration, state, call, told, make };
};

export type BuildParts = ReturnType<typeof partsOf>;
