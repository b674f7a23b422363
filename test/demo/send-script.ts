import type { ServerResponse } from 'node:http';

/** Answers with a script that no cache keeps. */
export function sendScript(response: ServerResponse, source: string): void {
  response
    .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
    .end(source);
}
