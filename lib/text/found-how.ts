import { type MessageKey, message } from '../i18n/message';
import type { SdkDetail } from '../model/entry';

const keys: Record<SdkDetail['how'], MessageKey> = {
  assigned: 'foundAssigned',
  declared: 'foundDeclared',
  'already-there': 'foundAlreadyThere',
};

/** How the SDK was found, in words. */
export const foundHow = ({ how }: SdkDetail): string => message(keys[how]);
