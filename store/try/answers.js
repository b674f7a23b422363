// Answers in place of Altcraft's server, in the page and in the service worker: a request to it goes nowhere.
(() => {
  const server = 'https://altcraft.example';
  const { fetch: original } = globalThis;
  let failure = {};

  const json = (value, status = 200) =>
    new Response(JSON.stringify(value), {
      status,
      headers: { 'content-type': 'application/json', 'x-cookie': 'ak-try' },
    });

  const content = { title: 'Fresh first flush', body: 'Darjeeling of this spring is here.' };

  async function answer(url, init) {
    if (url.pathname === '/control/fail') {
      failure = JSON.parse(init?.body ?? '{}').failure ?? {};
      return json({ done: true });
    }
    if (failure.unreachable) throw new TypeError('Failed to fetch');
    if (failure.slow) await new Promise((resolve) => setTimeout(resolve, failure.slow));
    if (failure.status) return json({ error: failure.status }, failure.status);
    if (failure.error) return json({ error: failure.error });
    return json({ error: 0, ...(url.search.includes('content/get') && { data: content }) });
  }

  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    return url.origin === server ? answer(url, init) : original.call(globalThis, input, init);
  };
})();
