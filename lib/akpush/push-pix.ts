/** The server's path of an SDK request: `/push/subscription/save` of `…/pixel?_push_pix=/push/subscription/save`. */
export const pushPixPath = (url: string): string | null =>
  URL.canParse(url) ? new URL(url).searchParams.get('_push_pix') : null;
