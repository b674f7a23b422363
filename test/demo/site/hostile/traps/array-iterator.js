// Arrays cannot be iterated, and an index that is set calls the page.

{
  const { defineProperty } = Object;
  Array.prototype[Symbol.iterator] = function iterator() {
    page.touch('Array iterator');
    throw new Error('trap');
  };
  String.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator];
  for (let i = 0; i < 64; i++)
    defineProperty(Array.prototype, i, {
      configurable: true,
      get() {
        page.touch('Array index getter');
        return undefined;
      },
      set(value) {
        page.touch('Array index setter');
        defineProperty(this, i, { configurable: true, enumerable: true, writable: true, value });
      },
    });
}
