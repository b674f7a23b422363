/*
 * `/framed?frames=same,cross,…&top=none|g6` is a page with frames, each with AKPush: of its own site, of another one (127.0.0.1 in place of
 * localhost), without an address, in each other, and in sandboxes. `&sdk=…` and the like are those of the shop in the frames. `user` and `cross-user`
 * have none and use it; `&use=top`: the page itself does, `&use=cross`: it reaches into the frame of the other site for it.
 */

const kinds = [
  'same',
  'cross',
  'srcdoc',
  'blank',
  'nested',
  'sandbox',
  'sandbox-same',
  'user',
  'cross-user',
] as const;
type FrameKind = (typeof kinds)[number];

/** What scripts of a page do that uses an AKPush that is elsewhere. */
const uses: Readonly<Record<string, string>> = {
  top: 'new AKPush().initSubscription({ email: "anna@shop.example" });',
  cross: 'new (document.getElementById("cross").contentWindow.AKPush)();',
};

/** The page at `/framed-user`: it has no AKPush and uses it. */
export const userPage = (): string =>
  `<!doctype html><html lang="en"><title>User</title><script>${uses.top}</script></html>`;

const attributes = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The page at `/framed`. `port`: the site's. */
export function framedPage(query: URLSearchParams, port: string): string {
  const inner = new URLSearchParams(query);
  const top = inner.get('top') ?? 'none';
  inner.delete('top');
  inner.delete('frames');
  if (!inner.has('sdk')) inner.set('sdk', 'g6');
  const sdk = `/ak-push.js?${inner}`;
  inner.delete('use');
  const html = `<!doctype html><title>Inner</title><script src="${sdk}"></script>`;
  const nested = new URLSearchParams({ ...Object.fromEntries(inner), frames: 'same', top: 'none' });
  const sources: Record<FrameKind, string> = {
    same: `src="/?${attributes(`${inner}`)}"`,
    cross: `src="http://127.0.0.1:${port}/?${attributes(`${inner}`)}"`,
    srcdoc: `srcdoc="${attributes(html)}"`,
    blank: '',
    nested: `src="/framed?${attributes(`${nested}`)}"`,
    sandbox: `sandbox="allow-scripts" src="/?${attributes(`${inner}`)}"`,
    user: 'src="/framed-user?from=shop"',
    'cross-user': `src="http://127.0.0.1:${port}/framed-user"`,
    'sandbox-same': `sandbox="allow-scripts allow-same-origin" src="/?${attributes(`${inner}`)}"`,
  };
  const wanted = (query.get('frames') ?? 'same').split(',');
  const frames = kinds
    .filter((kind) => wanted.includes(kind))
    .map(
      (kind) => `<iframe id="${kind}" name="${kind}" title="${kind}" ${sources[kind]}></iframe>`,
    );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Frames</title><link rel="icon" href="data:,">
${top === 'none' ? '' : `<script src="/ak-push.js?${attributes(`${new URLSearchParams({ ...Object.fromEntries(inner), sdk: top })}`)}"></script>`}
</head>
<body>
${frames.join('\n')}
<script>
const blank = document.getElementById('blank');
if (blank) {
  const script = blank.contentDocument.createElement('script');
  script.src = ${JSON.stringify(sdk)};
  blank.contentDocument.head.append(script);
}
addEventListener('load', () => {
  ${uses[query.get('use') ?? ''] ?? ''}
});
</script>
</body>
</html>
`;
}
