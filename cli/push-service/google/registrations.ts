import { randomBytes } from 'node:crypto';

/** A subscription as the browser registered it. */
export interface Registration {
  token: string;
  /** The browser: its `android_id`. */
  device: string;
  app: string;
  /** Which of the browser's subscriptions: `wp:<origin>/#<id>`. */
  subtype: string;
  /** The application server key, base64url. */
  sender: string;
}

/** Something of the form of an FCM id. */
export const makeToken = (): string =>
  `${randomBytes(16).toString('base64url')}:APA91b${randomBytes(96).toString('base64url')}`;

/** The subscriptions of all browsers that register here. */
export class Registrations {
  private readonly byToken = new Map<string, Registration>();

  constructor(private readonly onUnregister: (token: string) => void) {}

  find(token: string): Registration | undefined {
    return this.byToken.get(token);
  }

  /** Answers the browser's form: a token for the same thing stays the same, `delete` ends it. */
  answer(form: URLSearchParams): string {
    const field = (name: string) => form.get(name) ?? '';
    const [device, app, sender] = [field('device'), field('app'), field('sender')];
    const subtype = field('X-subtype');
    const known = [...this.byToken.values()].find(
      (each) => each.device === device && each.app === app && each.subtype === subtype,
    );
    if (form.get('delete') === 'true') {
      if (known) {
        this.byToken.delete(known.token);
        this.onUnregister(known.token);
      }
      return subtype ? `token=${subtype}` : `deleted=${app}`;
    }
    const token = known?.sender === sender ? known.token : makeToken();
    this.byToken.set(token, { token, device, app, subtype, sender });
    return `token=${token}`;
  }
}
