import type { Details, EntryKind, RequestDetail } from '../../../../lib/model/entry';
import type { SessionEntry } from '../../../../lib/model/session';
import type { Outcome } from '../../../../lib/outcome/outcome';
import type { Related } from '../../../../lib/timeline/related';

/** What the details of every kind can do. */
export interface DetailActions {
  onCopy(text: string | Promise<string>): void;
  /** Copies a request as a `curl` line, whole or without secrets. */
  onCopyCurl(request: RequestDetail, isWhole: boolean): void;
  onSelect(key: string): void;
  onEditCall(key: string): void;
  onOpenSource(url: string, line: number, column: number): void;
}

/** What the part of a kind gets to show. */
export interface DetailProps<K extends EntryKind> extends DetailActions {
  entry: SessionEntry;
  detail: Details[K];
  related: Related;
  /** What became of a call; absent for everything else. */
  outcome: Outcome | undefined;
}
