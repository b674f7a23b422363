import { unzip } from '../lib/formats/gzip-text';

/** The text of one of the page's blocks. Rejects where it is not there, or damaged. */
export const readBlock = async (id: string): Promise<string> => {
  const letters = document.getElementById(`viewer-${id}`)?.textContent ?? '';
  return unzip(Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)));
};
