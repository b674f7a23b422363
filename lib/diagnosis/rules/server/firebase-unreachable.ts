import { brokenAnswer, lastAnswered } from '../../ask-server';
import { firebaseGuide } from '../../guides';
import type { Rule } from '../../rule';

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
  find(input) {
    const request =
      lastAnswered(input, 'failed', 'registrations', 'fcm/connect/subscribe') ??
      lastAnswered(input, 'failed', 'installations');
    return request ? brokenAnswer(input, request, 'failed') : null;
  },
};
