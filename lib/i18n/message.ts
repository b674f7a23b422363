import type { MessageKey } from '../model/message-key';

export type { MessageKey } from '../model/message-key';

/** A message file's shape. */
export interface MessageFile {
  [key: string]: { message: string; placeholders?: Record<string, { content: string }> };
}

interface NativeMessages {
  getMessage(key: string, substitutions?: string[]): string;
}

interface Places {
  browser?: { i18n?: NativeMessages };
  chrome?: { i18n?: NativeMessages };
}

let provided: MessageFile | undefined;
let version = 0;

/** Changes with the messages that are provided. */
export const messagesVersion = (): number => version;

/** Takes messages from a file instead of the browser: for tests and plain pages, where there is no extension. */
export const provideMessages = (file: MessageFile | undefined): void => {
  if (provided !== file) version += 1;
  provided = file;
};

/** What is made with the messages of a file, while those that are shown stay as they are. */
export const withMessages = <Made>(file: MessageFile, make: () => Made): Made => {
  const held = provided;
  provideMessages(file);
  try {
    return make();
  } finally {
    provideMessages(held);
  }
};

const fromFile = (file: MessageFile, key: string, substitutions: string[]): string => {
  const entry = file[key];
  if (!entry) return '';
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    return content ? (substitutions[Number(content.slice(1)) - 1] ?? '') : whole;
  });
};

/** The text of any key, empty when there is none. For keys that are put together; else use `message`. */
export const findMessage = (key: string, substitutions: string[]): string => {
  if (provided) return fromFile(provided, key, substitutions);
  const places = globalThis as Places;
  const native = places.browser?.i18n ?? places.chrome?.i18n;
  return native?.getMessage(key, substitutions) ?? '';
};

/** A text that a user reads, in the browser's language. */
export const message = (key: MessageKey, ...substitutions: (string | number)[]): string =>
  findMessage(key, substitutions.map(String)) || key;
