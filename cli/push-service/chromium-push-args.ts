import { type GooglePushDouble, googleHosts } from './google/google-push';

/** Arguments with which Chromium gets its pushes, and its pages Firebase, from the double. With `--disable-background-networking` it would not ask. */
export function chromiumPushArgs({ url, tlsPort, mcsPort, spki }: GooglePushDouble): string[] {
  const rules = googleHosts.map((host) => `MAP ${host}:443 127.0.0.1:${tlsPort}`);
  return [
    `--gcm-checkin-url=${url}/checkin`,
    `--gcm-registration-url=${url}/register3`,
    `--gcm-mcs-endpoint=https://localhost:${mcsPort}`,
    // Unlike `--ignore-certificate-errors` it reaches the connection for pushes too.
    `--ignore-certificate-errors-spki-list=${spki}`,
    `--host-resolver-rules=${rules.join(',')}`,
  ];
}
