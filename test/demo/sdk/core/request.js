// What goes to Altcraft. Whatever the server answers is as good as any; without an answer there is `undefined`.

export async function post(sdk, path, body) {
  const cookie = await sdk.store.get('_ak_cookie');
  try {
    const response = await fetch(sdk.config.serverURL + path, {
      method: 'POST',
      credentials: 'include',
      headers: cookie ? { 'X-Cookie': cookie } : undefined,
      body: JSON.stringify(body),
    });
    const answered = response.headers.get('X-Cookie');
    if (answered) await sdk.store.set('_ak_cookie', answered);
    return response;
  } catch (error) {
    console.error(`Can't post ${path}`, error);
  }
}

export function send(sdk, action, current, match, update, more) {
  // Made before the request: a profile that is no JSON rejects.
  const profile = { match: JSON.stringify(match ?? {}), update: JSON.stringify(update ?? {}) };
  return post(sdk, pathOf(sdk.config, action), {
    provider: providerOf(sdk.config),
    endpoint: current.token,
    ...(current.keys && { keys: current.keys }),
    resource_token: sdk.config.resourceToken,
    ...profile,
    ...more,
  });
}
