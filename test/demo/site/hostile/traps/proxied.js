// The name holds a Proxy, each of whose traps counts and throws when it is not the page that asks.

{
  const counting = (target, inner) => {
    const handler = new Proxy(
      {},
      {
        get:
          (_, trap) =>
          (...args) => {
            page.touch(`${inner} ${String(trap)}`);
            if (!page.isOwn) throw new Error(`trap ${String(trap)}`);
            return Reflect[trap](...args);
          },
      },
    );
    return new Proxy(target, handler);
  };
  const proxied = counting(class Hostile extends (page.sdk ?? Object) {}, 'class');
  page.own(() => {
    window.AKPush = proxied;
  });
  page.steps.push(async (instance) => {
    page.results.argument2 = await page.own(() => {
      const argument = counting({ deep: counting([], 'array') }, 'argument');
      const promise = instance.initSubscription(argument);
      return promise.then(() => page.seen === argument);
    });
    const { proxy, revoke } = Proxy.revocable(function revoked() {}, {});
    revoke();
    window.AKPush = proxy;
    page.results.revoked = window.AKPush === proxy;
    window.AKPush = page.sdk;
    const argument = Proxy.revocable({}, {});
    argument.revoke();
    await instance.initSubscription(argument.proxy);
    page.results.revokedArgument = page.seen === argument.proxy;
    page.sdk.events.emit('demo', argument.proxy);
    await instance.initSubscription({ inside: argument.proxy, list: [argument.proxy] });
  });
}
