import { makeToken } from './registrations';

/** The subscription that an FCM token stands for, as Firebase's library registers it. */
export interface WebSubscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** The FCM tokens that were given away, each for a project. */
export class FcmTokens {
  private readonly known = new Map<string, { project: string; web: WebSubscription }>();

  register(project: string, web: WebSubscription): string {
    const token = makeToken();
    this.known.set(token, { project, web });
    return token;
  }

  find(token: string): { project: string; web: WebSubscription } | undefined {
    return this.known.get(token);
  }

  /** Ends a token, as when the SDK deletes it: it is UNREGISTERED. */
  unregister(token: string): void {
    this.known.delete(token);
  }
}
