/** A part of an address as it is meant; as it stands where its percent signs mean nothing. */
export const plain = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
