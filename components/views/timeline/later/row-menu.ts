import { message } from '../../../../lib/i18n/message';
import { shownAs } from '../../../../lib/model/kinds';
import type { SessionEntry, SessionPage } from '../../../../lib/model/session';
import { kindLabel } from '../../../../lib/text/kind-label';
import { entryJson } from '../../../../lib/timeline/entry-json';
import type { MenuAction, MenuItem } from '../../../ui/ContextMenu';

interface PageActions {
  copy(text: string | Promise<string>): void;
  foldAll(): void;
  unfoldAll(): void;
}

interface EntryActions extends PageActions {
  open(): void;
  addTerm(term: string): void;
  hideLike(): void;
  /** The entry as something that runs elsewhere: a call's JavaScript, a request's line for the shell. */
  snippets: readonly MenuAction[];
  /** What can be done with a comparison: begin one, or end the one that was begun. */
  compare: MenuAction;
  /** Bookmark and note; none for a file. */
  remarks: readonly MenuAction[];
}

const foldItems = ({ foldAll, unfoldAll }: PageActions): MenuAction[] => [
  { label: message('foldAll'), run: foldAll, begins: true },
  { label: message('unfoldAll'), run: unfoldAll },
];

/** What an entry's row offers. */
export const entryMenu = (entry: SessionEntry, actions: EntryActions): MenuItem[] => [
  { label: message('openEntry'), run: actions.open },
  {
    label: message('copyMenu'),
    items: [
      { label: 'JSON', run: () => actions.copy(entryJson(entry)) },
      { label: message('columnName'), run: () => actions.copy(entry.name) },
      {
        label: 'URL',
        run: () => actions.copy(entry.kind === 'request' ? entry.detail.url : entry.url),
      },
      ...actions.snippets,
    ],
  },
  {
    label: message('filterLabel'),
    items: [
      {
        label: message('filterByKind', kindLabel(entry.kind)),
        run: () => actions.addTerm(`kind:${shownAs(entry.kind)}`),
      },
      {
        label: message('filterByName', entry.name),
        run: () => actions.addTerm(`name:"${entry.name}"`),
      },
      {
        label: message('excludeName', entry.name),
        run: () => actions.addTerm(`-name:"${entry.name}"`),
      },
    ],
  },
  { ...actions.compare, begins: true },
  ...actions.remarks,
  { label: message('hideLike'), run: actions.hideLike, begins: true },
  ...foldItems(actions),
];

/** What a page's row offers. */
export const pageMenu = (page: SessionPage, actions: PageActions): MenuItem[] => [
  { label: message('copyUrl'), run: () => actions.copy(page.url) },
  ...foldItems(actions),
];
