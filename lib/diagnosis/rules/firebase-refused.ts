import { brokenAnswer, lastAnswered } from '../ask-server';
import { firebaseGuide } from '../guides';
import type { Rule } from '../rule';

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
  find(scene) {
    const request =
      lastAnswered(scene, 'refused', 'registrations', 'fcm/connect/subscribe') ??
      lastAnswered(scene, 'refused', 'installations');
    return request ? brokenAnswer(scene, request, 'refused') : null;
  },
};
