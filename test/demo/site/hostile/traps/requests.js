// A `fetch` of the page's own, with answers that are none.

{
  const url = '/pixel?_push_pix=/push/subscription/save';
  const throwing = (name) => ({
    enumerable: true,
    get() {
      page.touch(name);
      throw new Error('trap');
    },
  });
  const answers = [
    { status: '200},"forged":{"x":1' },
    { status: { valueOf: () => page.touch('valueOf'), toString: () => page.touch('toString') } },
    { status: 200, headers: { forEach: (add) => add('a"]],"x":[["', 'b') }, clone: () => null },
    { status: 200, headers: 7, clone: () => ({ text: () => 'no promise' }) },
    { status: 200, clone: () => ({ text: () => Promise.reject(new Error('unreadable')) }) },
    Object.defineProperties({}, { status: throwing('status'), headers: throwing('headers') }),
    null,
    7,
    new Response('{"token":"x"}', {
      headers: { 'x-cookie': 'c', 'content-type': 'application/json' },
    }),
    new Response('x'.repeat(2_000_000)),
  ];
  let next = 0;
  const replace = () => {
    window.fetch = async () => answers[next++];
  };
  replace();
  page.steps.push(async () => {
    const { results } = page;
    results.answers = 0;
    for (let i = 0; i < answers.length; i++) {
      const body = i % 2 ? 'x'.repeat(1_000_000) : Object.defineProperty({}, 'x', throwing('body'));
      if ((await fetch(url, { method: 'POST', body })) === answers[i]) results.answers++;
    }
    results.bodyLeft = !answers.at(-1).bodyUsed && (await answers.at(-2).text());
    window.fetch = () => Promise.reject('no network');
    try {
      await fetch(url);
    } catch (reason) {
      results.rejected = reason;
    }
    window.fetch = () => {
      throw new TypeError('thrown at once');
    };
    try {
      fetch(url, Object.defineProperty({}, 'method', throwing('method')));
    } catch (error) {
      results.thrownAtOnce = error.message;
    }
    window.fetch = async (...args) => args.length;
    results.length = await fetch();
    results.nothing = await fetch(undefined, null);
    results.symbol = await fetch(Symbol('url'));
    results.trapped = await fetch(Object.defineProperty({}, 'url', throwing('url')), {});
  });
}
