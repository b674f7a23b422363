// Everything of the SDK is frozen, and what it will be made of too.

{
  const freeze = (value) => {
    if (!value) return;
    Object.freeze(value);
    if (value.prototype) Object.freeze(value.prototype);
    if (value.events) Object.freeze(Object.getPrototypeOf(Object.freeze(value.events)));
  };
  freeze(page.own(() => window.AKPush));
  Object.freeze(Function.prototype);
  Object.freeze(Promise.prototype);
  Object.freeze(Promise);
}
