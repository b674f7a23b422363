import { actionKind } from './kinds/action-kind';
import { callKind } from './kinds/call-kind';
import { errorKind } from './kinds/error-kind';
import { eventKind } from './kinds/event-kind';
import { permissionKind } from './kinds/permission-kind';
import { pushKind } from './kinds/push-kind';
import { requestKind } from './kinds/request-kind';
import { sdkKind } from './kinds/sdk-kind';
import { subscriptionKind } from './kinds/subscription-kind';
import { workerKind } from './kinds/worker-kind';
import { workerStepKind } from './kinds/worker-step-kind';

/** Each declaration, in the order in which the panel shows the kinds' chips. */
const declared = [
  sdkKind,
  callKind,
  eventKind,
  requestKind,
  permissionKind,
  subscriptionKind,
  workerKind,
  errorKind,
  pushKind,
  workerStepKind,
  actionKind,
] as const;

/** What is declared of each kind. */
export type Kinds = { [D in (typeof declared)[number] as D['kind']]: D };
/** What an entry is about. */
export type EntryKind = keyof Kinds;

/** The declarations by their kinds. */
export const kinds = Object.fromEntries(declared.map((each) => [each.kind, each])) as Kinds;

/** All kinds, in order. */
export const entryKinds: readonly EntryKind[] = declared.map(({ kind }) => kind);

/** A kind that is shown as itself. */
export type ShownKind = {
  [K in EntryKind]: [Kinds[K]['stepOf']] extends [undefined] ? K : never;
}[EntryKind];

/** What a kind is shown as: a step as what it is a step of. The value of a row's `data-kind`. */
export const shownAs = (kind: EntryKind): ShownKind => kinds[kind].stepOf ?? (kind as ShownKind);

/** The kinds that are shown as themselves, in order. */
export const shownKinds: readonly ShownKind[] = [...new Set(entryKinds.map(shownAs))];
