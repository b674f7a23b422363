import type { Rule } from '../rule';
import { pageRules } from './page';
import { permissionRules } from './permission';
import { pushRules } from './push';
import { serverRules } from './server';
import { subscriptionRules } from './subscription';
import { tokenRules } from './token';
import { workerRules } from './worker';

/** All rules, in the order of the chain. */
export const rules: readonly Rule[] = [
  ...pageRules,
  ...permissionRules,
  ...workerRules,
  ...subscriptionRules,
  ...tokenRules,
  ...serverRules,
  ...pushRules,
];
