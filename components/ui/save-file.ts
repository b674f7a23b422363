/** Gives a text or bytes to the user as a file. */
export const saveBlob = (name: string, content: string | Blob, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
};

/** Gives a text to the user as a file. */
export const saveFile = (name: string, text: string, type = 'application/json'): void =>
  saveBlob(name, text, type);
