import { FileError } from '../../../lib/formats/read-session-file';
import { message } from '../../../lib/i18n/message';
import { mostCharacters } from '../../../lib/model/session-limits';

const isGzip = async (file: Blob): Promise<boolean> => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
};

/** The text of a file, decompressed where it is gzip, and never more than a session file may have. Throws a `FileError`. */
export const readFileText = async (file: Blob): Promise<string> => {
  // A character has at most three bytes in UTF-8.
  if (file.size > 3 * mostCharacters) throw new FileError('too-large', message('fileTooLarge'));
  const isZipped = await isGzip(file);
  const stream: ReadableStream<Uint8Array> = isZipped
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  const parts: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = decoder.decode(value, { stream: true });
      length += part.length;
      // A small file can become a very large text.
      if (length > mostCharacters) throw new FileError('too-large', message('fileTooLarge'));
      parts.push(part);
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    if (error instanceof FileError) throw error;
    throw new FileError('damaged', message('fileDamaged', 'gzip'));
  }
  return parts.join('') + decoder.decode();
};
