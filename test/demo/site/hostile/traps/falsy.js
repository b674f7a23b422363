// The name holds nothing for a while.

{
  const held = page.own(() => window.AKPush);
  window.AKPush = undefined;
  window.AKPush = null;
  window.AKPush = 0;
  page.results.falsy = window.AKPush === 0;
  if (held) window.AKPush = held;
}
