import { brokenAnswer, lastAnswered } from '../../ask-server';
import { firebaseGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Firebase refused the installation or the token: a wrong project, key, or quota. */
export const firebaseRefused: Rule = {
  id: 'firebase-refused',
  part: 'server',
  node: 'push-service',
  severity: 'error',
  title: 'ruleFirebaseRefused',
  passed: 'passedFirebaseRefused',
  needs: ['firebase-accepted'],
  applies: ['firebase-mode'],
  link: firebaseGuide,
  find(input) {
    const request =
      lastAnswered(input, 'refused', 'registrations', 'fcm/connect/subscribe') ??
      lastAnswered(input, 'refused', 'installations');
    return request ? brokenAnswer(input, request, 'refused') : null;
  },
};
