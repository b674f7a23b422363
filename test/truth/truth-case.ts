import type { FixId } from '../../lib/diagnosis/finding';
import type { VerdictId } from '../../lib/diagnosis/verdict';
import type { BrowserName } from '../../scripts/find-browser';
import type { Failure } from '../demo/altcraft-log';
import { faults } from '../demo/faults';
import type { NotificationAnswer, Page, Panel } from '../e2e/support/browser';

/** What is wrong with a site, by its kind; `healthy`: nothing is. */
export const kinds = {
  K1: 'silence is no health',
  K2: 'one cause, one finding',
  K3: 'whose registration it is',
  K4: 'what lies at the worker’s address',
  K5: 'why the SDK did not start',
  K6: 'advice that can be followed and does no harm',
  K7: 'configuration',
  K8: 'two of everything',
  K9: 'who answered',
  K10: 'permission and gesture',
  K11: 'pushes',
  K12: 'storage shared with the site',
  K13: 'the page must not end recording',
  healthy: 'nothing is wrong',
} as const;
export type Kind = keyof typeof kinds;

/** What the user of a case has before him. */
export interface Visit {
  page: Page;
  panel: Panel;
  /** Makes requests of this name fail at the Altcraft double; with `null` all work again. */
  fail(name: string, failure: Pick<Failure, 'status' | 'unreachable'> | null): void;
  /** What the browser answers about notifications from now on. */
  answer(permission: NotificationAnswer): Promise<void>;
  /** Presses the site's button, and waits for what became of the call. */
  subscribe(outcome?: string): Promise<void>;
  /** Lets a page with `loading=held` end loading. */
  release(): void;
  /** Goes to the shop in another variant. */
  go(variant: Readonly<Record<string, string>>): Promise<void>;
}

/** The right answer. Every finding that is named neither in `must` nor in `may` is noise. */
export interface Right {
  /** One of these, where it is a matter of the moment. */
  verdict: VerdictId | readonly VerdictId[];
  /** Findings that have to be there. */
  must?: readonly string[];
  /** Findings that may be there. */
  may?: readonly string[];
  /** What the findings' texts must contain. */
  says?: readonly string[];
  /** Fixes that would do harm here. */
  neverOffers?: readonly FixId[];
}

/** Something that is done, and what has to be said then. */
export interface Marker extends Right {
  /** Must be complete in itself, and name what it needs: it is a part of the recording's digest. */
  does?: (visit: Visit) => unknown;
}

/** A site with something that is wrong, or with nothing, what somebody does there, and what is right to be said. */
export interface TruthCase {
  /** Unique, `what-is-wrong`; also the name of its recordings. */
  id: string;
  kind: Kind;
  /** The page of `test/demo/faults.ts`; without it the shop's front page. */
  fault?: string;
  variant?: Readonly<Record<string, string>>;
  /** What the browser has to answer about notifications; by default `granted`. */
  permission?: NotificationAnswer;
  /** Where it can be seen; by default in both. */
  only?: BrowserName;
  /** Seen in Firefox at each `npm test`: it differs there, or stands for its kind. The others are replayed from Firefox's recordings. */
  firefox?: true;
  /** Does not depend on the build of the SDK: right with real ones too. */
  anyBuild?: true;
  /** Why no recording can tell it again: what decides is known to a panel and not in a file. */
  liveOnly?: string;
  moments: readonly Marker[];
}

/** The case of a fault's page: its finding, where no other ones are given. */
export const faultCase = (
  kind: Kind,
  fault: string,
  verdict: Right['verdict'],
  more: Partial<Omit<TruthCase, 'moments'>> & Partial<Right> = {},
): TruthCase => {
  const { must, may, says, neverOffers, ...rest } = more;
  const { only, permission } = faults[fault] ?? {};
  return {
    id: fault,
    kind,
    fault,
    ...(only && { only }),
    ...(permission && { permission }),
    ...rest,
    moments: [
      {
        verdict,
        must: must ?? [fault],
        ...(may && { may }),
        ...(says && { says }),
        ...(neverOffers && { neverOffers }),
      },
    ],
  };
};

/** Presses the shop's button, and waits until the subscription is saved. */
export const subscribe = (visit: Visit): Promise<void> => visit.subscribe();

/** Presses the shop's button. */
export const pressInit = ({ page }: Visit): Promise<void> => page.click('#init');

/** Presses the shop's button when page load has told the server. */
export const pressInitAfterLoad = async (visit: Visit): Promise<void> => {
  const { panel } = visit;
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
  await panel.click('#tab-diagnosis');
  await pressInit(visit);
};

/** Loads the page again. */
export const reload = async ({ page, panel }: Visit): Promise<void> => {
  await page.reload();
  await panel.waitForConnection('connected');
};
