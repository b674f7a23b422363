import { defineKind } from './define-kind';

/** A request of the SDK's, in the page or in its worker. Named by what it asks for: `lib/akpush/request-name.ts`. */
export const requestKind = defineKind({
  kind: 'request',
  label: 'kindRequest',
  names: [
    'save',
    'update',
    'suspend',
    'delete',
    'content/get',
    'set_cookie_only',
    'installations',
    'registrations',
    'preflight',
    'ack',
    'open',
  ],
  hasOtherNames: true,
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      method: s.oneOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
      url: s.address,
      /** Request headers as given to `fetch`, `X-Cookie` among them. */
      headers: s.headers,
      /** The body as it was sent: text, or what it was. `lib/akpush/request.ts` decodes it. */
      body: s.body,
      /** HTTP status, absent while pending and after a network error; 0 for an opaque answer. */
      httpStatus: s.optional(s.finite),
      responseHeaders: s.optional(s.headers),
      /** The answer's body: parsed when it is JSON, else text; absent while it is being read. */
      response: s.optional(s.value),
      error: s.optional(s.error),
      /** `Response.type` of the answer, which tells who has made it: `lib/akpush/answer-maker.ts`. */
      responseType: s.optional(
        s.oneOf('basic', 'cors', 'default', 'error', 'opaque', 'opaqueredirect'),
      ),
      /** In place of that in older sessions: the answer has no address, a script of the page has made it. */
      isMade: s.optional(s.flag),
      /** Source text of the `fetch` that the SDK called, the first 1,000 characters, where that was a function of the page's. */
      through: s.optional(s.said),
      /** The panel answered in the server's place. */
      isReplaced: s.optional(s.flag),
    }),
  plain: { method: 'GET', url: '', headers: [], body: null },
});
