import type { FindingPart } from './finding';
import type { Need } from './need';
import { pageNeeds } from './page-needs';
import { permissionNeeds } from './permission-needs';
import { pushNeeds } from './push-needs';
import { serverNeeds } from './server-needs';
import { subscriptionNeeds } from './subscription-needs';
import { tokenNeeds } from './token-needs';
import { workerNeeds } from './worker-needs';

/** All that a rule can need. */
export const needs = {
  ...pageNeeds,
  ...permissionNeeds,
  ...workerNeeds,
  ...subscriptionNeeds,
  ...tokenNeeds,
  ...serverNeeds,
  ...pushNeeds,
} as const satisfies Record<string, Need>;

export type NeedId = keyof typeof needs;

/** What the rules of a part need that do not say it: the most that the part's rules need. */
export const defaultNeeds: Readonly<Record<FindingPart, readonly NeedId[]>> = {
  page: ['sdk', 'loaded'],
  permission: ['granted'],
  worker: ['worker', 'script-text'],
  subscription: ['subscribed', 'own-subscription'],
  token: ['token'],
  server: ['accepted'],
  push: ['push-shown'],
};
