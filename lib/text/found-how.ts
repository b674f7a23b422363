import type { SdkDetail } from '../model/entry';
import type { MessageKey } from '../model/message-key';

const keys: Record<SdkDetail['how'], MessageKey> = {
  assigned: 'foundAssigned',
  declared: 'foundDeclared',
  'already-there': 'foundAlreadyThere',
};

/** The message that says how the SDK was found. */
export const foundHow = ({ how }: SdkDetail): MessageKey => keys[how];
