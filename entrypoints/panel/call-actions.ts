import type { BegunCall, CallActions } from '../../lib/calls/call-actions';
import { callJob, isCallOfJob } from '../../lib/calls/call-job';
import { message } from '../../lib/i18n/message';
import type { PageJob, PageSurvey } from '../../lib/injected/page-job';
import type { PageConnection } from '../../lib/messaging/connect-page';
import { currentDocument } from '../../lib/model/current-document';
import type { Json } from '../../lib/model/json';
import { type OwnErrorName, ownErrors } from '../../lib/model/own-error';
import type { Session, SessionEntry } from '../../lib/model/session';
import { recordAction } from '../../lib/session/record-action';
import type { SessionChange } from '../../lib/session/session-change';

interface Ways {
  session(): Session;
  connection(): PageConnection;
  change(change: SessionChange): void;
  /** Whether the browser lets an extension act by a user's gesture there. */
  hasGesture: boolean;
  runJob(job: PageJob, withGesture: boolean): Promise<PageSurvey | null>;
}

/** A page may answer with anything. */
const readSurvey = (answer: PageSurvey | null): PageSurvey => {
  const { hasSdk, instances, events } = answer ?? {};
  return {
    hasSdk: hasSdk === true,
    instances: Array.isArray(instances) ? instances.map(String) : [],
    events: Array.isArray(events)
      ? events.map(({ event, count, isOurs }) => ({
          event: String(event),
          count: typeof count === 'number' ? count : null,
          isOurs: isOurs === true,
        }))
      : null,
  };
};

/** Uses the page's SDK, by the background, and finds in the session what came of it. */
export const callActions = (ways: Ways): CallActions => {
  const { session, connection, change, runJob } = ways;
  const run = (job: PageJob, withGesture = false): Promise<PageSurvey | null> =>
    runJob(job, withGesture).catch((error: Error) => {
      if (error.name !== 'NoAnswer') throw error;
      const name: OwnErrorName = 'PageSilent';
      throw Object.assign(new Error(message(ownErrors[name])), { name });
    });
  /** Runs a job and gives the first entry of that kind and name that it made. */
  const runAndFind = async (
    job: PageJob,
    isOurs: (entry: SessionEntry) => boolean,
    withGesture: boolean,
  ): Promise<string | null> => {
    await connection().catchUp();
    const page = currentDocument(session())?.number;
    const last = session().newest[page ?? 0] ?? 0;
    await run(job, withGesture);
    await connection().catchUp();
    const entry = session().entries.find(
      (each) => each.page === page && each.order > last && isOurs(each),
    );
    if (!entry) return null;
    change({ type: 'by-panel', key: entry.key });
    return entry.key;
  };
  return {
    hasGesture: ways.hasGesture,
    survey: async () => readSurvey(await run({ type: 'survey' })),
    async run(call, mode): Promise<BegunCall | null> {
      if (mode === 'click') {
        const how = await connection().askForClick(message('clickBar', call.method));
        if (how === 'cancel') return null;
      }
      const begin = performance.now();
      const key = await runAndFind(
        callJob(call),
        (entry) => isCallOfJob(call.method, entry),
        mode === 'gesture',
      );
      return { key, took: performance.now() - begin };
    },
    async askPermission() {
      const how = await connection().askForClick(message('clickBar', 'requestPermission'));
      if (how === 'cancel') return false;
      await recordAction(change, 'ask-permission', 'Notification.requestPermission', () =>
        run({ type: 'ask-permission' }),
      );
      return true;
    },
    dropClick: () => connection().dropClick(),
    async listen(event, isOn) {
      const name = isOn ? 'listen' : 'unlisten';
      await recordAction(change, name, event, () => run({ type: name, event }));
    },
    emit: (event, payload: Json) =>
      runAndFind(
        { type: 'emit', event, payload },
        ({ kind, name }) => kind === 'event' && name === event,
        false,
      ),
  };
};
