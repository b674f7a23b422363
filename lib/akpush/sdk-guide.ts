const path = 'user-guide/communication-channels/push/web-push/methods';

/** Altcraft's page on the SDK's methods, in the reader's language: Russian at the root of the guides, English under `en`. */
export const sdkGuideIn = (language: string): string =>
  `https://guides.altcraft.com/${language === 'ru' ? '' : 'en/'}${path}`;
