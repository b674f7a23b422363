import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';

/** A service account's key, as Firebase's console gives the file. */
export interface ServiceAccount {
  type: 'service_account';
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  auth_uri: string;
  token_uri: string;
}

/** An answer over HTTP. */
export interface Answer {
  status: number;
  body: object;
}

const tokenUri = 'https://oauth2.googleapis.com/token';
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const scopes = ['firebase.messaging', 'cloud-platform'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

const refuse = (error: string, error_description: string): Answer => ({
  status: 400,
  body: { error, error_description },
});

const parse = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

/** Google's accounts: gives keys of service accounts, and access tokens for what they signed. */
export class OAuth {
  private readonly accounts = new Map<string, { account: ServiceAccount; publicKey: string }>();
  private readonly projectOf = new Map<string, string>();

  /** The service account of a project, made when somebody asks for it. */
  account(project: string): ServiceAccount {
    const client_email = `firebase-adminsdk@${project}.iam.gserviceaccount.com`;
    const known = this.accounts.get(client_email);
    if (known) return known.account;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const account: ServiceAccount = {
      type: 'service_account',
      project_id: project,
      private_key_id: randomBytes(20).toString('hex'),
      private_key: privateKey,
      client_email,
      client_id: '112233445566778899000',
      auth_uri: 'https://accounts.google.com/o/oauth2/auth',
      token_uri: tokenUri,
    };
    this.accounts.set(client_email, { account, publicKey });
    return account;
  }

  /** The project whose service account an access token speaks for. */
  projectOfToken(authorization: string | undefined): string | undefined {
    return this.projectOf.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
  }

  /** Exchanges a signed claim for an access token (RFC 7523). */
  exchange(form: URLSearchParams): Answer {
    if (form.get('grant_type') !== grantType)
      return refuse('unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type')}`);
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    try {
      if (parse(header).alg !== 'RS256') return refuse('invalid_grant', 'Invalid JWT Signature.');
      return this.judge(parse(claims), `${header}.${claims}`, signature);
    } catch {
      return refuse('invalid_grant', 'Bad Request');
    }
  }

  private judge(claims: Record<string, unknown>, signed: string, signature: string): Answer {
    const { iss, aud, scope, iat, exp } = claims;
    const known = this.accounts.get(String(iss));
    if (!known) return refuse('invalid_grant', 'Invalid grant: account not found');
    const bytes = Buffer.from(signature, 'base64url');
    if (!verify('RSA-SHA256', Buffer.from(signed), known.publicKey, bytes))
      return refuse('invalid_grant', 'Invalid JWT Signature.');
    const now = Date.now() / 1000;
    const [from, to] = [Number(iat), Number(exp)];
    if (!(from <= now + 300 && to > now && to - from <= 3600))
      return refuse(
        'invalid_grant',
        'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      );
    if (aud !== tokenUri || !scopes.some((each) => String(scope).split(' ').includes(each)))
      return refuse('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
    const access_token = `ya29.c.${randomBytes(96).toString('base64url')}`;
    this.projectOf.set(access_token, known.account.project_id);
    return { status: 200, body: { access_token, expires_in: 3599, token_type: 'Bearer' } };
  }
}
