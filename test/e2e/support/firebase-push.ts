import { readServiceAccount } from '../../../lib/push/service-account';
import { signClaim } from '../../../lib/push/sign-claim';
import type { Story } from './story';

/** An access token of a project's service account, which Node gets as the panel does. */
export const getAccessToken = async ({ demo }: Story, project?: string): Promise<string> => {
  const { google } = demo;
  const account = readServiceAccount(JSON.stringify(google.serviceAccount(project)));
  if ('problem' in account) throw new Error(JSON.stringify(account.problem));
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: await signClaim(account, Date.now()),
  });
  const response = await fetch(`${google.url}/token`, { method: 'POST', body });
  return (await response.json()).access_token;
};

/** Sends a push as Altcraft does in Firebase mode, by FCM's HTTP v1; gives its status. */
export const pushByFirebase = async (
  story: Story,
  token: string,
  title = 'By Firebase',
): Promise<number> => {
  const { demo } = story;
  const project = demo.google.serviceAccount().project_id;
  const hub = `${demo.altcraft.url}/hub`;
  const data = { hub_link: JSON.stringify({ ack: `${hub}/ack`, open: `${hub}/open` }) };
  const message = { token, webpush: { notification: { title, body: 'b' } }, data };
  const { status } = await fetch(`${demo.google.url}/v1/projects/${project}/messages:send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await getAccessToken(story)}` },
    body: JSON.stringify({ message }),
  });
  return status;
};
