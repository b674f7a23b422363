import { currentDocument } from '../../lib/model/current-document';
import type { Session } from '../../lib/model/session';
import type { SessionFile } from '../../lib/schema/session-file';
import { innerFrame, tab } from './background-api';
import type { Browser } from './browser';
import type { Panel, Popup } from './codes';
import type { User } from './scenarios';

/** What must be so; what is not is told. */
type Invariant = (user: User, fresh: Panel) => string[];

const isPanel = (view: object): view is Panel => 'live' in view;
const sessionsOf = ({ views }: Browser): [string, Session][] =>
  views.map((view) => {
    const shown = isPanel(view) ? view.live() : (view as Popup).tabNow();
    return [view.place.name, shown.session];
  });
const shownPage = (session: Session, frame = 0): number =>
  currentDocument(session, frame)?.number ?? 0;
const each = (browser: Browser, find: (session: Session) => string | false): string[] =>
  sessionsOf(browser).flatMap(([name, session]) => {
    const found = find(session);
    return found === false ? [] : [`${name}: ${found}`];
  });

/** Of what the page that is shown has recorded each view has all, once, and says of nothing that it is lost. */
const viewsShowAll: Invariant = ({ browser }) =>
  browser.isShown
    ? each(browser, (session) => {
        const page = shownPage(session);
        const own = session.entries.filter((entry) => entry.page === page && entry.id > 0);
        const wanted = browser.document.entries.length;
        return (
          (own.length !== wanted || session.lost > 0) &&
          `${own.length} entries of ${wanted}, ${session.lost} lost`
        );
      })
    : [];

/** A panel has all that the page's frame has recorded, and says whether that is there. */
const panelsShowTheFrame: Invariant = ({ browser }) => {
  if (!browser.isShown) return [];
  return browser.views.filter(isPanel).flatMap(({ place, live }) => {
    const { session } = live();
    const parts = session.frames[innerFrame];
    const { inner } = browser;
    if (!inner)
      return parts && parts.connection !== 'unreachable'
        ? [`${place.name}: a frame that has gone`]
        : [];
    const page = shownPage(session, innerFrame);
    const own = session.entries.filter((entry) => entry.page === page && entry.id > 0);
    const isWhole = parts?.connection === 'connected' && own.length === inner.entries.length;
    return isWhole
      ? []
      : [`${place.name}: ${own.length} entries of ${inner.entries.length}, ${parts?.connection}`];
  });
};

/** A view says whether its page can be reached. */
const viewsSayWhetherThereIsAPage: Invariant = ({ browser }) =>
  each(browser, ({ connection }) => {
    const wanted = browser.isShown ? 'connected' : 'unreachable';
    return connection !== wanted && `${connection} and not ${wanted}`;
  });

/** A view shows what the page has stored now. */
const viewsShowTheState: Invariant = ({ browser }) =>
  browser.isShown
    ? each(browser, ({ state }) => {
        const shown = JSON.stringify(state?.value.stored.local);
        return !shown?.includes(`"${browser.document.stored}"`) && `the state is ${shown}`;
      })
    : [];

/** Nothing is said to be under way that has ended, whoever has begun it. */
const nothingIsPending: Invariant = ({ browser }) =>
  each(browser, ({ entries }) => {
    // How a step ends that nobody has seen to its end is not known: that is said by the push that it is of.
    const open = entries.filter(({ status, parent }) => status === 'pending' && !parent);
    return open.length > 0 && `pending: ${open.map(({ kind, name }) => `${kind} ${name}`)}`;
  });

/** What one panel has made in the page that is shown all have, also one that was opened later. */
const panelsAgree: Invariant = ({ browser }, fresh) => {
  if (!browser.isShown) return [];
  const madeIn = (session: Session): string[] => {
    const page = shownPage(session);
    return [
      ...session.entries
        .filter((entry) => entry.page === page && entry.origin !== 'page')
        .map(({ key, status }) => `${key.replace(/^\d+/, '')} ${status}`),
      ...session.moments.filter((each) => each.page === page).map(({ label }) => label),
      ...Object.keys(session.remarks)
        .filter((key) => key.startsWith(`${page}:`))
        .map((key) => key.replace(/^\d+/, 'remark')),
    ].sort();
  };
  const wanted = String(madeIn(fresh.live().session));
  return each(browser, (session) => {
    const made = String(madeIn(session));
    return made !== wanted && `${made} and not ${wanted}`;
  });
};

/** A panel says that it watches when workers are watched for it, and which of them run. */
const panelsSayWhetherTheyWatch: Invariant = ({ browser: { views, worker, isWatching } }) => {
  const told = views.filter(isPanel).map((panel) => panel.live().live.status);
  const watching = told.filter(({ state }) => state === 'attached');
  const wanted = isWatching ? 1 : 0;
  const isRunning = watching.some(({ workers }) => workers.some((each) => each.isRunning));
  return [
    ...(watching.length === wanted ? [] : [`${watching.length} watch and not ${wanted}`]),
    ...(told.some(({ state }) => state === 'attaching') ? ['still attaching'] : []),
    ...(worker.api.attached.has(tab) && isRunning !== worker.isRunning
      ? [`the worker ${worker.isRunning ? 'runs' : 'is stopped'}`]
      : []),
  ];
};

/** The toolbar button says whether the tab is recorded. */
const badgeSaysWhetherItIsRecorded: Invariant = ({ browser, told }) => {
  const isRecorded = told?.state === 'recording';
  const isMarked = browser.badges.get(tab) === 'REC';
  return isRecorded === isMarked ? [] : [`marked: ${isMarked}, recorded: ${isRecorded}`];
};

/** Everybody who asks is answered. */
const nobodyWaits: Invariant = ({ hung }) => hung.map((what) => `no answer: ${what}`);

/** What is so while views are open. */
export const whileOpen: Readonly<Record<string, Invariant>> = {
  viewsShowAll,
  panelsShowTheFrame,
  viewsSayWhetherThereIsAPage,
  viewsShowTheState,
  nothingIsPending,
  panelsAgree,
  panelsSayWhetherTheyWatch,
  badgeSaysWhetherItIsRecorded,
  nobodyWaits,
};

type Rest = (browser: Browser) => string[] | Promise<string[]>;

/** Nothing holds a debugger, and nobody listens to what workers ask for. */
const nothingIsAttached: Rest = ({ worker, isWatching }) => [
  ...[...worker.api.attached].map((target) => `attached: ${target}`),
  ...(isWatching ? ['workers are watched'] : []),
];

/** The worker is as it was, and does not wait for anybody. */
const workerIsAsItWas: Rest = ({ worker }) => [
  ...(worker.isWrapped ? ['the worker is wrapped'] : []),
  ...(worker.isWaiting ? ['the worker waits'] : []),
];

/** Nothing of the extension's is seen in the page, nobody asks it for anything, and its functions are its own where somebody can still give them back. */
const pageIsLeftAlone: Rest = ({ document, inner, isShown }) =>
  isShown
    ? [document, ...(inner ? [inner] : [])].flatMap(
        ({ place, isToBeRestored, isWrapped, shown, lines }) => [
          ...(isToBeRestored && isWrapped ? [`the ${place.name} is wrapped`] : []),
          ...(shown.size > 0 ? [`a bar in the ${place.name}`] : []),
          ...(lines > 0 ? [`${lines} lines to the ${place.name}`] : []),
        ],
      )
    : [];

/** What was remembered for a background that starts again is forgotten. */
const nothingIsRemembered: Rest = async ({ areas, isRemoved }) => {
  // It goes with the extension.
  if (isRemoved) return [];
  const { attached = [], recordings = [], ...others } = await areas.session.get(null);
  const left = Object.keys(await areas.local.get(null)).filter((key) => key !== 'tokens');
  return [
    ...((attached as unknown[]).length > 0 ? ['what was attached to'] : []),
    ...((recordings as unknown[]).length > 0 ? ['a recording'] : []),
    ...Object.keys(others),
    ...left,
  ].map((what) => `remembered: ${what}`);
};

/** What is so when all is closed. */
export const whenClosed: Readonly<Record<string, Rest>> = {
  nothingIsAttached,
  workerIsAsItWas,
  pageIsLeftAlone,
  nothingIsRemembered,
};

/** Of what was recorded nothing is lost without a word. `told`: what somebody has seen of it; `owed`: what pages had that have gone and knew of it. `isGentle`: no page has gone before it could tell. */
export const recordingHasAll = (
  files: readonly SessionFile[],
  { told, owed, logged }: { told: number; owed: number; logged: number },
  isGentle: boolean,
): string[] => {
  const all = files.flatMap(({ entries }) => entries);
  const own = all.filter(({ id }) => id > 0).length;
  const lost = files.reduce((sum, file) => sum + file.lost, 0);
  const has = `${own} of the page’s entries, ${all.length} of all, ${lost} lost`;
  const problems: string[] = [];
  if (all.length + lost < told) problems.push(`${has}, told of ${told}`);
  if (own + lost < owed) problems.push(`${has}, left by pages: ${owed}`);
  if (own > logged) problems.push(`${has}, and not ${logged}`);
  if (isGentle && (own !== logged || lost > 0)) problems.push(`${has}, and not ${logged}`);
  if (files.some(({ cut }) => cut)) problems.push('said to be cut');
  return problems;
};
