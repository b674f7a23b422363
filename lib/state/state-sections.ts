import type { PageFacts } from '../facts/page-facts';
import type { MessageKey } from '../model/message-key';
import { cacheItems, firebaseItems } from './cache-items';
import { permissionItems } from './permission-items';
import { sdkItems } from './sdk-items';
import type { StateItem } from './state-item';
import { subscriptionItems } from './subscription-items';
import { noWorkerItems, registrationItems } from './worker-items';

/** A part of the State view: what it is called, what it answers, its lines. */
export interface StateSectionOf {
  name: 'cache' | 'workers' | 'subscription' | 'permission' | 'sdk';
  title: MessageKey;
  question: MessageKey;
  items: readonly StateItem[];
}

/** The lines of the State view by the question that they answer, in their order. The worker's are those of the SDK's own registration. */
export const stateSections = (known: PageFacts): readonly StateSectionOf[] => [
  {
    name: 'cache',
    title: 'sectionCache',
    question: 'askCache',
    items: [...cacheItems(known), ...firebaseItems(known)],
  },
  {
    name: 'workers',
    title: 'sectionWorkers',
    question: 'askWorkers',
    items: known.own ? registrationItems(known.own, known) : noWorkerItems(known),
  },
  {
    name: 'subscription',
    title: 'sectionSubscription',
    question: 'askSubscription',
    items: subscriptionItems(known),
  },
  {
    name: 'permission',
    title: 'sectionPermission',
    question: 'askPermissionState',
    items: permissionItems(known),
  },
  { name: 'sdk', title: 'sectionSdk', question: 'askSdk', items: sdkItems(known) },
];
