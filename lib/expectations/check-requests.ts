import { answerMaker } from '../akpush/answer-maker';
import { parseJsonText } from '../akpush/json-text';
import { decodeBody } from '../akpush/request';
import { serverAnswer } from '../akpush/server-answer';
import { type Encoded, fieldsOf } from '../model/encoded-value';
import { phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import { checkObject, type ObjectCheck } from './check-object';
import { type Answer, type CheckedExpectation, failed, met, unseen } from './expectation';
import type { ExpectedRequest } from './expectations-schema';
import { answerMissing, dueTo } from './find-due';
import { isWhole } from './is-whole';
import { isFine } from './match-calls';
import { sayMissing } from './say-missing';
import type { Site } from './site';
import { siteEntries } from './site-entries';
import { takeFirst } from './take-first';

type RequestEntry = EntryWith<'request'>;

/** What a request's body says, and what is in its `match` and `update`, which are JSON text. */
export const readBody = ({
  detail,
}: RequestEntry): Record<'body' | 'match' | 'update', Encoded | undefined> => {
  const { value } = decodeBody(detail.body);
  const inside = (name: string): Encoded | undefined => {
    const said = fieldsOf(value)[name];
    // Of a body that was cut, what is not there may have been.
    if (said === undefined && !isWhole(value)) return value;
    return typeof said === 'string' ? (parseJsonText(said) ?? said) : said;
  };
  return { body: value, match: inside('match'), update: inside('update') };
};

const answers = {
  accepted: 'expectAccepted',
  refused: 'expectRefused',
  failed: 'expectUnanswered',
} as const;

const answerOf = (
  request: RequestEntry,
  { answer, status }: Pick<ExpectedRequest, 'answer' | 'status'>,
  site: Site,
): Answer => {
  const { verdict, reason } = serverAnswer(
    request.detail,
    answerMaker(request.detail, request.url),
  );
  if (verdict === 'pending') {
    const note = phrase('expectPending');
    return site.isOver ? sayMissing(site, note) : unseen(note);
  }
  const isRight =
    (answer === undefined || verdict === answer) &&
    (status === undefined || request.detail.httpStatus === status);
  return isRight ? met : failed(phrase('expectAnswerIs', reason));
};

const detailsOf = (
  expected: ExpectedRequest,
  id: string,
  request: RequestEntry | undefined,
  site: Site,
): ObjectCheck[] => {
  const { name, answer, status } = expected;
  const said = request && readBody(request);
  const lines = (['match', 'update', 'body'] as const).flatMap((part) => {
    const wanted = expected[part];
    return wanted ? checkObject(`${name}: ${part}`, `${id}.${part}`, wanted, said?.[part]) : [];
  });
  const ofAnswer = (part: 'answer' | 'status'): ObjectCheck[] => {
    const { [part]: wanted } = expected;
    if (wanted === undefined) return [];
    const title =
      part === 'answer' && answer
        ? phrase(answers[answer], name)
        : phrase('expectStatus', name, `${status}`);
    const result = request ? answerOf(request, { [part]: wanted }, site) : unseen('');
    return [{ id: `${id}.${part}`, title, ...result }];
  };
  return [...ofAnswer('answer'), ...ofAnswer('status'), ...lines];
};

/** Checks the requests: whether each was sent, with what, and what came back. */
export const checkRequests = (
  expected: readonly ExpectedRequest[],
  site: Site,
): CheckedExpectation[] => {
  const sent = siteEntries(site.session, 'request').filter(({ parent }) => parent === undefined);
  const found = takeFirst(
    expected,
    ({ name, call }) =>
      dueTo(
        sent.filter((each) => each.name === name),
        call,
        site,
      ),
    (each, request) => isFine(detailsOf(each, '', request, site)),
  );
  return expected.flatMap((each, index): CheckedExpectation[] => {
    const id = `requests.${index}`;
    const request = found[index];
    const answer = request ? met : answerMissing(each.call, site);
    const evidence = request ? [request.key] : [];
    const details = detailsOf(each, id, request, site);
    return [
      { id, part: 'requests', title: phrase('expectSent', each.name), ...answer, evidence },
      ...details.map(
        (detail): CheckedExpectation => ({
          ...detail,
          part: 'requests',
          evidence,
          ...(!request && unseen(phrase('expectUnsent', each.name))),
        }),
      ),
    ];
  });
};
