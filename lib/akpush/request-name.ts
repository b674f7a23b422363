const pixelPath = (url: string): string | undefined => {
  const found = /[?&]_push_pix=([^&#]*)/.exec(url)?.[1];
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
};

/**
 * The short name of one of the SDK's requests: `save`, `update`, `suspend`, `delete`, `content/get`, `set_cookie_only` by the Altcraft
 * server's `_push_pix` path, `installations`, `registrations` and, in older builds,
 * `fcm/connect/subscribe` for Firebase.
 */
export const requestName = (url: string): string => {
  const path = pixelPath(url);
  if (path !== undefined)
    return path.replace(/^\/(push\/)?(subscription\/)?/, '').replace(/\/$/, '') || '_push_pix';
  return /\/(installations|registrations|fcm\/connect\/\w+)\b/.exec(url)?.[1] ?? 'request';
};
