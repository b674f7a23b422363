// Streams and bodies of the page's own: whatever is used of them, only the page has used it.

{
  const watch = (holder, name) => {
    const { [name]: original } = holder;
    holder[name] = function (...args) {
      page.touch(`${holder.constructor.name}.${name}`);
      return original.apply(this, args);
    };
  };
  const all = [
    [ReadableStream.prototype, ['getReader', 'tee', 'cancel', 'pipeTo', 'pipeThrough']],
    [WritableStream.prototype, ['getWriter', 'abort', 'close']],
    [ReadableStreamDefaultReader.prototype, ['read', 'cancel', 'releaseLock']],
    [WritableStreamDefaultWriter.prototype, ['write', 'close', 'abort']],
    [Response.prototype, ['clone', 'text', 'json', 'arrayBuffer', 'blob']],
    [Headers.prototype, ['get', 'forEach', 'entries']],
    [TextDecoder.prototype, ['decode']],
    [AbortSignal, ['timeout']],
  ];
  const replace = () => {
    for (const [holder, names] of all) for (const name of names) watch(holder, name);
    for (const name of ['TransformStream', 'WritableStream', 'ReadableStream', 'TextDecoder']) {
      const Original = window[name];
      window[name] = new Proxy(Original, {
        construct(target, args) {
          page.touch(`new ${name}`);
          return Reflect.construct(target, args);
        },
      });
    }
  };
  replace();
  page.steps.push(async () => {
    const { results } = page;
    const url = '/pixel?_push_pix=/push/subscription/save';
    const first = await fetch(url);
    results.first = [first.status, first.bodyUsed, (await first.text()).length > 0];
    const made = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([65]));
        controller.close();
      },
    });
    results.made = await new Response(made).text();
    const second = await fetch(url);
    const [one, other] = second.body.tee();
    results.halves = [
      (await new Response(one).text()).length === (await new Response(other).text()).length,
    ];
    const third = await fetch(url);
    results.cancelled = (await third.body.cancel()) === undefined;
  });
}
