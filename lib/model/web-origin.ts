/** The origin of an address; the text itself where it is no address. */
export const webOrigin = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
