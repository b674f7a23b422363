import { containerIdOf } from '../akpush/container-id';
import { type PushMode, pushModeOf } from '../akpush/push-mode';
import { readConfig, type SdkConfig } from '../akpush/sdk-config';
import { jobMarker } from '../model/job-marker';
import type { PageInfo } from '../model/page-info';
import type { EntryWith } from '../model/session';
import type { PageEntries } from './page-entries';

/** What is known of the SDK of the document that is shown. */
export interface SdkFacts {
  entry: EntryWith<'sdk'> | undefined;
  generation: string | undefined;
  /** Whether it is a build of 2018, which registers its worker without a query and takes any `/service-worker.js` for its own. */
  hasPlainWorker: boolean;
  script: string | null;
  container: ReturnType<typeof containerIdOf>;
  /** Absent until the page makes an instance. */
  config: SdkConfig | undefined;
  browser: string | undefined;
  mode: PushMode | undefined;
  /** Scripts of the document, other than the SDK's own, that look like a container or a build of the SDK. */
  others: readonly string[];
}

/** Reads the SDK from a document's entries. */
export const deriveSdk = (entries: PageEntries, page: PageInfo): SdkFacts => {
  const entry = entries.last('sdk');
  const { script = null, members } = entry?.detail ?? {};
  // An instance that the panel made with a configuration of its own is not how the page works.
  const instance = entries
    .chosen(
      'call',
      'instance',
      ({ detail, stack }) => detail.config !== undefined && !stack?.includes(jobMarker),
    )
    .at(-1);
  const seen = instance?.detail.config ?? entry?.detail.config;
  const config = seen === undefined ? undefined : readConfig(seen);
  const browser = config?.browser;
  const scripts = [...new Set([...(entry?.detail.scripts ?? []), ...page.scripts])];
  // The script that brought the SDK, not one that has put something of its own around it since, as a Proxy.
  const brought = entries.of('sdk').flatMap(({ detail }) => detail.script ?? []);
  const own = brought.findLast(isNamedAsBuilt) ?? script ?? scripts[0] ?? null;
  return {
    entry,
    generation: entry?.name,
    hasPlainWorker: Array.isArray(members) && members.includes('unsubscribe'),
    script: own,
    container:
      [own, ...scripts].map((url) => (url === null ? null : containerIdOf(url))).find(Boolean) ??
      null,
    config,
    browser,
    mode: config && browser ? pushModeOf(config, browser) : undefined,
    // A container brings its build as a second script: only those of the same sort are another SDK.
    others: scripts.filter(
      (url) => url !== own && sortOf(url) === sortOf(own) && isNamedAsBuilt(url),
    ),
  };
};

/** The files that Altcraft gives: sites name their own helpers after them. */
export const isNamedAsBuilt = (url: string): boolean =>
  /\/(?:ak_container|ak-push(?:\.min)?)\.js(?:[?#]|$)/.test(url);

const sortOf = (url: string | null): string =>
  /ak_container/.test(url ?? '') ? 'container' : 'build';
