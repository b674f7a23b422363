// `Object.prototype` has data that looks like a part of ours.

{
  const { prototype } = Object;
  prototype.value = 'polluted';
  prototype.isGone = true;
  prototype.after = 'after';
  prototype.detail = 'gone';
  prototype.writable = false;
  prototype[Symbol.toPrimitive] = () => {
    page.touch('toPrimitive');
    return 'wrong';
  };
}
