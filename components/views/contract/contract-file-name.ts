/** What a contract is saved as: a name that every file system takes, with `.contract.json` once. */
export const contractFileName = (name: string): string => {
  const own = name.replace(/(?:\.contract)?\.json$/, '').replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return `${own || 'site'}.contract.json`;
};
