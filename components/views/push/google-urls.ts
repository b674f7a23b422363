/** Whom a push through Firebase goes to; who has an access token needs to ask nobody for one. */
export const googleUrls = (accessToken: string): string[] => [
  'https://fcm.googleapis.com/',
  ...(accessToken.trim() === '' ? ['https://oauth2.googleapis.com/'] : []),
];
