import { expect, test } from 'vitest';
import { mainCursors } from '../../../entrypoints/background/main-cursors';
import { notesOf } from '../../../lib/messaging/connect-page';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { makePage } from '../../support/make-session';

const show = (session: Session, document: string, frame = 0): Session =>
  reduce(session, { type: 'page', info: makePage({ document }), preserve: true, frame });
const heard = (...documents: string[]): Map<string, number> =>
  new Map(
    documents.flatMap((each): [string, number][] => [
      [each, 1],
      [notesOf(each), 0],
    ]),
  );
const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => name + at);

test('the cursors of a page are kept, however many documents its frames have had', () => {
  const documents = many('frame', 100);
  let session = show(emptySession, 'top');
  for (const document of documents) session = show(session, document, 4);
  const kept = mainCursors(session, heard('top', ...documents)).map(([name]) => name);
  expect(kept).toHaveLength(50);
  expect(kept).toEqual(expect.arrayContaining(['top', notesOf('top'), 'frame99', 'frame98']));
  expect(kept).not.toContain('frame0');
});

test('those of frames that are there come before those of frames that have gone', () => {
  const frames = many('frame', 100);
  let session = show(emptySession, 'top');
  frames.forEach((document, at) => {
    session = show(session, document, at + 1);
    if (at > 9)
      session = reduce(session, { type: 'down', connection: 'unreachable', frame: at + 1 });
  });
  const kept = mainCursors(session, heard('top', ...frames)).map(([name]) => name);
  expect(kept).toEqual(expect.arrayContaining(['top', ...frames.slice(0, 10)]));
  expect(kept.at(-1)).toBe('top');
});
