let wanted: string | null = null;

/** Has the section shown when State opens next. */
export const showSection = (name: string): void => {
  wanted = name;
};

/** Whether a section is the one that is to be shown; it is asked for once. */
export const isSectionWanted = (name: string): boolean => {
  if (name !== wanted) return false;
  wanted = null;
  return true;
};
