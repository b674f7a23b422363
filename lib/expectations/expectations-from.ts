import { answerMaker } from '../akpush/answer-maker';
import { serverAnswer } from '../akpush/server-answer';
import { type Encoded, fieldsOf, isTagged, textOf } from '../model/encoded-value';
import { phrase } from '../model/phrase';
import { isPseudonym } from '../model/pseudonym';
import { SaidError } from '../model/said-error';
import type { EntryWith, Session } from '../model/session';
import { readOutcomes } from '../outcome/outcomes';
import { textRedactor } from '../redaction/redact';
import { readBody } from './check-requests';
import type {
  Expectations,
  ExpectedCall,
  ExpectedEvent,
  ExpectedField,
  ExpectedObject,
  ExpectedPush,
  ExpectedRequest,
} from './expectations-schema';
import { expectationsFormat, type FieldType, fieldTypes } from './expectations-schema';
import { isAbsent, typeOf } from './expected-value';
import { fitsGlob, fitsName } from './fits-glob';
import { argumentOf, objectArguments, sentFields } from './sent-fields';
import { siteEntries } from './site-entries';

/** What is asked of Altcraft: other requests depend on the browser and on what it has already. */
const requestNames: readonly string[] = ['save', 'update', 'suspend', 'delete'];
const eventNames: readonly string[] = [
  'subscribe',
  'unsubscribe',
  'update_subscription',
  'suspend_subscription',
];

/** What no profile is to be given. */
const neverSent: readonly string[] = ['*passw*', '*card*number*', '*cvv*'];

const isFieldType = (type: string | undefined): type is FieldType =>
  fieldTypes.some((each) => each === type);

/** Ids of databases, which are no secrets: a number, or several. */
const isDatabases = (value: Encoded): value is number | number[] =>
  typeof value === 'number' ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'number'));

/** What a field is, without what it says. */
const fieldOf = (name: string, value: Encoded): ExpectedField => {
  if (name === 'db' && isDatabases(value)) return { value };
  const text = textOf(value);
  if (text !== undefined && isPseudonym(text))
    return text.startsWith('email#') ? { type: 'string', pattern: '*@*.*' } : {};
  const type = typeOf(value);
  if (!isFieldType(type)) return {};
  const isEmail = text !== undefined && fitsGlob('*@*.*', text) && !/\s/.test(text);
  return isEmail && !isTagged(value) ? { type, pattern: '*@*.*' } : { type };
};

type Clean = (text: string) => string;

/** An object's fields, by their names and types; `undefined` where nothing is in it. Names that say something of a person are left out. */
const objectOf = (value: Encoded | undefined, clean: Clean): ExpectedObject | undefined => {
  const fields = Object.entries(fieldsOf(value)).flatMap(
    ([name, each]): [string, ExpectedField][] =>
      each === undefined ||
      isAbsent(each) ||
      name === '' ||
      name.length > 300 ||
      clean(name) !== name
        ? []
        : [[name, fieldOf(name, each)]],
  );
  if (fields.length === 0) return undefined;
  return { required: Object.fromEntries(fields) };
};

const callOf = (call: EntryWith<'call'>, clean: Clean): ExpectedCall => {
  const { name, status } = call;
  const inexclusive = argumentOf(call, 'inexclusive');
  const given = objectArguments.flatMap((each) => {
    const made = objectOf(argumentOf(call, each), clean);
    return made ? [[each, made] as const] : [];
  });
  return {
    method: clean(name),
    ...Object.fromEntries(given),
    ...(typeof inexclusive === 'boolean' && { inexclusive }),
    ...(status !== 'pending' && { ends: status }),
  };
};

const requestOf = (
  entry: EntryWith<'request'>,
  call: string | undefined,
  clean: Clean,
): ExpectedRequest => {
  const { verdict } = serverAnswer(entry.detail, answerMaker(entry.detail, entry.url));
  const said = readBody(entry);
  const [match, update] = [objectOf(said.match, clean), objectOf(said.update, clean)];
  return {
    name: entry.name,
    ...(call !== undefined && { call }),
    ...(verdict !== 'pending' && { answer: verdict }),
    ...(match && { match }),
    ...(update && { update }),
  };
};

const eventOf = ({ name, detail }: EntryWith<'event'>, call: string | undefined): ExpectedEvent => {
  const { token } = fieldsOf(detail.payload[0]);
  const hasToken = textOf(token) !== undefined;
  return {
    name,
    ...(call !== undefined && { call }),
    ...(hasToken && { payload: { required: { token: { type: 'string' as const } } } }),
  };
};

const siteName = ({ pages, entries }: Session): string => {
  const url = pages[0]?.url ?? '';
  const host = URL.canParse(url) ? new URL(url).host : '';
  const time = entries[0]?.time ?? pages[0]?.timeOrigin ?? 0;
  return `${host} ${new Date(time).toISOString().slice(0, 10)}`.trim();
};

const listed = <K extends string, X>(name: K, all: readonly X[]): { [N in K]?: X[] } =>
  (all.length > 0 ? { [name]: all } : {}) as { [N in K]?: X[] };

/**
 * What a good session shows, as expectations: methods in order with the names and types of what they were given, the SDK's requests to Altcraft with their
 * answers, its events, and the pushes that were shown. No value is in it but the ids of databases and `inexclusive`. Throws a `SaidError` where the session
 * has none of these.
 */
export const expectationsFrom = (session: Session): Expectations => {
  const clean = textRedactor(session);
  const outcomes = readOutcomes(session);
  const all = siteEntries(session, 'call');
  const calls = all.filter(({ name }) => name !== 'constructor');
  const callOfEffect = new Map(
    calls
      .toReversed()
      .flatMap((call) => outcomes.effectsOf(call).map(({ key }) => [key, clean(call.name)])),
  );
  const requests = siteEntries(session, 'request').filter(
    ({ name, parent }) => parent === undefined && requestNames.includes(name),
  );
  const events = siteEntries(session, 'event').filter(({ name }) => eventNames.includes(name));
  const pushes = session.entries.flatMap((entry): ExpectedPush[] =>
    entry.kind === 'push' &&
    (entry.name === 'push' || entry.name === 'foreground') &&
    outcomes.of(entry)?.id === 'shown'
      ? [{ outcome: 'shown' }]
      : [],
  );
  if (calls.length + requests.length + events.length + pushes.length === 0)
    throw new SaidError(phrase('expectNothing'));
  const names = calls.flatMap((call) => sentFields(call).map(({ name }) => name));
  const fields = neverSent.filter((pattern) => !names.some((name) => fitsName(pattern, name)));
  return {
    format: expectationsFormat,
    version: 1,
    name: siteName(session),
    ...listed(
      'calls',
      calls.map((call) => callOf(call, clean)),
    ),
    ...listed(
      'requests',
      requests.map((each) => requestOf(each, callOfEffect.get(each.key), clean)),
    ),
    ...listed(
      'events',
      events.map((each) => eventOf(each, callOfEffect.get(each.key))),
    ),
    ...listed('pushes', pushes.slice(0, 1)),
    ...(fields.length > 0 && { never: { fields } }),
  };
};
