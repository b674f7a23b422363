/** Shows an address of the web that the user has clicked, in a tab of its own. Other schemes than http are ignored. */
export const openAddress = (url: string): void => {
  if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
};
