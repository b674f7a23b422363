import { gunzipSync } from 'node:zlib';

/** The texts in a viewer page by the names of their blocks, and the page without them. */
export const readViewer = (
  html: string,
): { blocks: Readonly<Record<string, string>>; rest: string } => {
  const blocks: Record<string, string> = {};
  const rest = html.replace(
    /<script type="text\/plain" id="viewer-([\w-]+)">([^<]*)<\/script>/g,
    (_, name: string, letters: string) => {
      blocks[name] = gunzipSync(Buffer.from(letters, 'base64')).toString();
      return '';
    },
  );
  return { blocks, rest };
};
