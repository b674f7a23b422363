// A limit of stacks that counts who changes it.

{
  let limit = 10;
  Object.defineProperty(Error, 'stackTraceLimit', {
    configurable: true,
    get() {
      page.touch('stackTraceLimit getter');
      return limit;
    },
    set(value) {
      page.touch('stackTraceLimit setter');
      limit = value;
    },
  });
}
