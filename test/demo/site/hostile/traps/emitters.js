// Emitters whose insides are not what they look like.

page.steps.push(async () => {
  const { results, sdk } = page;
  const { events } = sdk;
  const payload = { token: 'x' };
  const ordinary = events._events;
  const throwing = (name) => ({
    configurable: true,
    get() {
      page.touch(name);
      throw new Error('trap');
    },
  });
  events._events = Object.defineProperty({}, 'fake', throwing('_events.fake'));
  try {
    page.own(() => events.emit('fake', payload));
  } catch (error) {
    results.fake = error.message;
  }
  events._events = {
    breaking: '1},"name":"forged","detail":{"payload":[{"x":',
    long: { length: '"],"forged":[' },
    list: Object.defineProperty([], 'length', { value: 7 }),
    number: 5,
  };
  events._events.many = new Array(5000);
  for (const name of ['breaking', 'long', 'list', 'number', 'many']) {
    try {
      events.emit(name, payload);
    } catch {
      results[name] = 'not callable';
    }
  }
  events._events = new Proxy(ordinary, {
    getOwnPropertyDescriptor() {
      page.touch('_events trap');
      throw new Error('trap');
    },
  });
  results.proxied = page.own(() => events.emit('demo', payload));
  events._events = ordinary;
  results.breakingName = events.emit('"},{"id":1,"kind":"sdk', payload);
  results.longName = events.emit('n'.repeat(100_000), payload);
  Object.defineProperty(events, 'listenerCount', throwing('listenerCount'));
  results.again = events.emit('demo', payload);
});
