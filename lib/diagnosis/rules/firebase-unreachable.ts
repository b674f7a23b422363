import { brokenAnswer, lastAnswered } from '../ask-server';
import { firebaseGuide } from '../guides';
import type { Rule } from '../rule';

/** Firebase's hosts cannot be reached from the page. */
export const firebaseUnreachable: Rule = {
  id: 'firebase-unreachable',
  part: 'server',
  node: 'push-service',
  severity: 'error',
  title: 'ruleFirebaseUnreachable',
  passed: 'passedFirebaseUnreachable',
  needs: ['firebase-answer'],
  applies: ['firebase-mode'],
  link: firebaseGuide,
  find(scene) {
    const request =
      lastAnswered(scene, 'failed', 'registrations', 'fcm/connect/subscribe') ??
      lastAnswered(scene, 'failed', 'installations');
    return request ? brokenAnswer(scene, request, 'failed') : null;
  },
};
