import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import {
  firebaseGuide,
  permissionGuide,
  pushEventGuide,
  pushServiceGuide,
  registerGuide,
  sdkGuide,
  showGuide,
  storageGuide,
  subscribeGuide,
} from './guides';

const mdn = 'https://developer.mozilla.org/docs/Web/';

const topics: Readonly<Record<string, MessageKey>> = {
  [sdkGuide]: 'guideSdk',
  [subscribeGuide]: 'guideSubscribe',
  [pushEventGuide]: 'guidePushEvent',
  [showGuide]: 'guideShow',
  [registerGuide]: 'guideRegister',
  [firebaseGuide]: 'guideFirebase',
  [permissionGuide]: 'guidePermission',
  [`${mdn}API/Notification/permission_static`]: 'guidePermission',
  [storageGuide]: 'guideStorage',
  [pushServiceGuide]: 'guidePushService',
  [`${mdn}Security/Secure_Contexts`]: 'guideSecure',
  [`${mdn}Security/User_activation`]: 'guideActivation',
  [`${mdn}Security/Mixed_content`]: 'guideMixed',
  [`${mdn}HTTP/Guides/CORS/Errors`]: 'guideCors',
};

/** A page of reference about one interface or header is called by its name, which is no word of a language. */
const nameIn = (path: string): string => {
  const parts = path.replace(/#.*/, '').split('/');
  return parts[0] === 'API'
    ? parts.slice(1).join('.').replaceAll('_', ' ')
    : (parts.at(-1) ?? path);
};

/** What a finding's link is about, and whose page it is; one that is not known by its host. `url`: https. */
export const guideTitle = (url: string): Phrase => {
  const topic = topics[url];
  if (topic) return phrase(topic);
  return url.startsWith(mdn) ? `${nameIn(url.slice(mdn.length))} (MDN)` : new URL(url).hostname;
};
