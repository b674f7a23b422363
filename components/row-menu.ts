import { message } from '../lib/i18n/message';
import { shownAs } from '../lib/model/kinds';
import type { SessionEntry, SessionPage } from '../lib/model/session';
import { kindLabel } from '../lib/text/kind-label';
import { entryJson } from '../lib/timeline/entry-json';
import type { MenuItem } from './ContextMenu';

interface PageActions {
  copy(text: string): void;
  foldAll(): void;
  unfoldAll(): void;
}

interface EntryActions extends PageActions {
  addTerm(term: string): void;
  hideLike(): void;
  /** What can be done with a comparison: begin one, or end the one that was begun. */
  compare: MenuItem;
  /** Bookmark and note; none for a file. */
  remarks: readonly MenuItem[];
}

const foldItems = ({ foldAll, unfoldAll }: PageActions): MenuItem[] => [
  { label: message('foldAll'), run: foldAll },
  { label: message('unfoldAll'), run: unfoldAll },
];

/** What an entry's row offers. */
export const entryMenu = (entry: SessionEntry, actions: EntryActions): MenuItem[] => [
  { label: message('copyJson'), run: () => actions.copy(entryJson(entry)) },
  ...actions.remarks,
  { label: message('hideLike'), run: actions.hideLike },
  actions.compare,
  { label: message('copyName'), run: () => actions.copy(entry.name) },
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
  ...foldItems(actions),
];

/** What a page's row offers. */
export const pageMenu = (page: SessionPage, actions: PageActions): MenuItem[] => [
  { label: message('copyUrl'), run: () => actions.copy(page.url) },
  ...foldItems(actions),
];
