export { useSession } from '../../../entrypoints/panel/use-session';
export { recordedFile } from '../../../entrypoints/popup/recorded-file';
export { useTab } from '../../../entrypoints/popup/use-tab';
export { background } from '../../../lib/messaging/background';
export { mount } from './plain-hooks';
