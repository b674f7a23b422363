// The browser's own `fetch`, with all sorts of arguments.

page.steps.push(async () => {
  const { results } = page;
  const url = '/pixel?_push_pix=/push/subscription/save';
  const outcome = async (name, run) => {
    try {
      const response = await run();
      results[name] = [response.status, response.bodyUsed, await response.text()];
    } catch (error) {
      results[name] = error.name;
    }
  };
  const request = new Request(url, { method: 'POST', body: 'once', headers: { a: 'b' } });
  await outcome('request', () => fetch(request));
  results.used = request.bodyUsed;
  await outcome('url', () => fetch(new URL(url, location.href)));
  await outcome('headers', () =>
    fetch(url, { method: 'PUT', headers: [['x', 'y']], body: 'text' }),
  );
  await outcome('form', () => fetch(url, { method: 'POST', body: new FormData() }));
  await outcome('bad method', () => fetch(url, { method: 'a b' }));
  await outcome('none', () => fetch());
  await outcome('wrong this', () => fetch.call({}, url));
  const controller = new AbortController();
  await outcome('aborted', () => {
    const promise = fetch(url, { signal: controller.signal });
    controller.abort();
    return promise;
  });
  await outcome('late body', async () => {
    const response = await fetch(url);
    await new Promise((done) => setTimeout(done));
    return response;
  });
  const { body } = await fetch(url);
  const { value } = await body.getReader().read();
  results.streamed = value.length > 0;
});
