// What goes to Altcraft.

export async function post(sdk, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const cookie = await sdk.store.get('_ak_cookie');
  if (cookie) headers['X-Cookie'] = cookie;
  const response = await fetch(sdk.config.serverURL + path, {
    method: 'POST',
    credentials: 'include',
    headers,
    body: JSON.stringify(body),
  });
  const answered = response.headers.get('X-Cookie');
  if (answered) await sdk.store.set('_ak_cookie', answered);
  return response.json().catch(() => null);
}

export function send(sdk, action, current, match, update, more) {
  return post(sdk, pathOf(sdk.config, action), {
    provider: providerOf(sdk.config),
    endpoint: current.token,
    ...(current.keys && { keys: current.keys }),
    resource_token: sdk.config.resourceToken,
    match: JSON.stringify(match ?? {}),
    update: JSON.stringify(update ?? {}),
    ...more,
  });
}
