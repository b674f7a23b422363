import { randomBytes } from 'node:crypto';
import type { FcmTokens, WebSubscription } from './fcm-tokens';

interface FirebaseRequest {
  method: string;
  path: string;
  body: unknown;
}

const makeAuthToken = () => ({
  token: randomBytes(48).toString('base64url'),
  expiresIn: '604800s',
});

/**
 * What `firebaseinstallations.googleapis.com` and `fcmregistrations.googleapis.com` answer Firebase's library: an installation, and an FCM token for
 * a subscription. `null`: not a path of theirs.
 */
export function firebaseAnswer(
  tokens: FcmTokens,
  { method, path, body }: FirebaseRequest,
): object | null {
  const [, project = '', resource, id] =
    /^\/v1\/projects\/([^/]+)\/(installations|registrations)(?:\/([^/]+))?/.exec(path) ?? [];
  if (resource === 'installations') {
    if (path.endsWith('/authTokens:generate')) return makeAuthToken();
    if (method === 'DELETE') return {};
    const { fid } = body as { fid: string };
    const refreshToken = `2_${randomBytes(48).toString('base64url')}`;
    const name = `projects/${project}/installations/${fid}`;
    return { name, fid, refreshToken, authToken: makeAuthToken() };
  }
  if (resource === 'registrations') {
    // A changed subscription gets a new token for the old one.
    if (id) tokens.unregister(decodeURIComponent(id));
    if (method === 'DELETE') return {};
    const { web } = body as { web: WebSubscription };
    return { token: tokens.register(project, web), web };
  }
  return null;
}
