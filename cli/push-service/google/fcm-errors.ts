import type { Answer } from './oauth';

const fcm = (errorCode: string) => ({
  '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError',
  errorCode,
});
const info = (reason: string) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
});

/** Why FCM's HTTP v1 interface refuses a message: HTTP status, status, details, and text, as Google has them. */
const errors = {
  UNREGISTERED: [404, 'NOT_FOUND', fcm('UNREGISTERED'), 'Requested entity was not found.'],
  SENDER_ID_MISMATCH: [403, 'PERMISSION_DENIED', fcm('SENDER_ID_MISMATCH'), 'SenderId mismatch'],
  INVALID_ARGUMENT: [
    400,
    'INVALID_ARGUMENT',
    fcm('INVALID_ARGUMENT'),
    'The registration token is not a valid FCM registration token',
  ],
  THIRD_PARTY_AUTH_ERROR: [
    401,
    'UNAUTHENTICATED',
    fcm('THIRD_PARTY_AUTH_ERROR'),
    'Auth error from APNS or Web Push Service',
  ],
  QUOTA_EXCEEDED: [
    429,
    'RESOURCE_EXHAUSTED',
    fcm('QUOTA_EXCEEDED'),
    'Quota exceeded for quota metric.',
  ],
  UNAVAILABLE: [503, 'UNAVAILABLE', fcm('UNAVAILABLE'), 'The service is currently unavailable.'],
  INTERNAL: [500, 'INTERNAL', fcm('INTERNAL'), 'Internal error encountered.'],
  UNAUTHENTICATED: [
    401,
    'UNAUTHENTICATED',
    info('ACCESS_TOKEN_EXPIRED'),
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  ],
  PERMISSION_DENIED: [
    403,
    'PERMISSION_DENIED',
    info('IAM_PERMISSION_DENIED'),
    "Permission 'cloudmessaging.messages.create' denied on resource '//cloudresourcemanager.googleapis.com/projects/northwind-tea' (or it may not exist).",
  ],
  SERVICE_DISABLED: [
    403,
    'PERMISSION_DENIED',
    info('SERVICE_DISABLED'),
    'Firebase Cloud Messaging API has not been used in project 314159265358 before or it is disabled.',
  ],
} as const;

/** The name of an error of FCM's HTTP v1 interface. */
export type FcmErrorName = keyof typeof errors;

/** All of them. */
export const fcmErrorNames = Object.keys(errors) as FcmErrorName[];

/** The error as Google answers it. */
export function fcmError(name: FcmErrorName, text?: string): Answer {
  const [code, status, details, message] = errors[name];
  return {
    status: code,
    body: { error: { code, message: text ?? message, status, details: [details] } },
  };
}
