/** A text as gzip (RFC 1952), by the browser's own stream. */
export const zipText = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
