/** An address without what is given before its host, which is nobody's business. */
export const withoutCredentials = (url: string): string => {
  const bare = new URL(url);
  if (!bare.username && !bare.password) return url;
  bare.username = '';
  bare.password = '';
  return bare.href;
};
