import type { Rule } from '../rule';
import { permissionDenied } from './permission-denied';

/** All rules, in the order of the chain: page, permission, worker, subscription, token, server, push. */
export const rules: readonly Rule[] = [permissionDenied];
