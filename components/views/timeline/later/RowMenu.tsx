import { recordedCall } from '../../../../lib/calls/recorded-call';
import { message } from '../../../../lib/i18n/message';
import type { Session, SessionEntry } from '../../../../lib/model/session';
import { entryNumber } from '../../../../lib/text/entry-number';
import { foldableKeys } from '../../../../lib/timeline/rows';
import { ContextMenu, type MenuAction, type Point } from '../../../ui/ContextMenu';
import type { Comparison } from '../comparison';
import { entryMenu, pageMenu } from './row-menu';

interface RowMenuProps {
  session: Session;
  /** The key of the row. */
  rowKey: string;
  at: Point;
  isFile: boolean;
  compared: Comparison | null;
  copy(text: string | Promise<string>): void;
  onOpen(key: string): void;
  onNote(key: string): void;
  onBookmark(key: string): void;
  onTerm(term: string): void;
  onHideLike(entry: SessionEntry): void;
  onCompare(next: Comparison): void;
  onFolded(keys: ReadonlySet<string>): void;
  onClose(): void;
}

/** What can be done with a row. */
export function RowMenu(props: RowMenuProps) {
  const { session, rowKey, compared, copy, isFile } = props;
  const { entries, pages, remarks } = session;
  const entry = entries.find(({ key }) => key === rowKey);
  const page = pages.find(({ number }) => `page:${number}` === rowKey);
  const shared = {
    copy,
    foldAll: () => props.onFolded(foldableKeys(entries)),
    unfoldAll: () => props.onFolded(new Set()),
  };
  const snippetsOf = (target: SessionEntry): MenuAction[] => {
    const load = () => import('../../../../lib/calls/snippet');
    const recorded = recordedCall(target);
    if (recorded)
      return [
        {
          label: 'JavaScript',
          run: () => copy(load().then(({ callSnippet }) => callSnippet(recorded.call))),
        },
      ];
    return target.kind !== 'request'
      ? []
      : [
          {
            label: 'cURL',
            run: () => copy(load().then(({ curlLine }) => curlLine(target.detail, false, session))),
          },
        ];
  };
  const compareOf = (target: SessionEntry): MenuAction => {
    const first = entries.find(({ key }) => key === compared?.first);
    return first && first.key !== target.key
      ? {
          label: message('compareWith', `${entryNumber(first)} ${first.name}`),
          run: () => props.onCompare({ first: first.key, second: target.key, isShown: true }),
        }
      : { label: message('compareMark'), run: () => props.onCompare({ first: target.key }) };
  };
  const items = entry
    ? entryMenu(entry, {
        ...shared,
        open: () => props.onOpen(entry.key),
        addTerm: props.onTerm,
        hideLike: () => props.onHideLike(entry),
        snippets: snippetsOf(entry),
        compare: compareOf(entry),
        remarks: isFile
          ? []
          : [
              {
                label: message(remarks[entry.key]?.isBookmarked ? 'unbookmark' : 'bookmark'),
                run: () => props.onBookmark(entry.key),
              },
              { label: message('writeNote'), run: () => props.onNote(entry.key) },
            ],
      })
    : page && pageMenu(page, shared);
  return items ? (
    <ContextMenu label={message('menuLabel')} items={items} at={props.at} onClose={props.onClose} />
  ) : null;
}
