import { type ListedFault, listFaults } from './fault-list';
import { demoVapidKeys } from './sdk-config';
import { generationOf, type Variant } from './variant';

export interface Origins {
  altcraft: string;
  push: string;
  /** The page's own query, which its links carry on. */
  search: string;
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => escaped[character] ?? '');

function frame(title: string, search: string, head: string, body: string): string {
  const query = escapeHtml(search);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Northwind Tea</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
<header>
<a class="brand" href="/${query}"><img src="/icon.svg" alt="" width="28" height="28">Northwind Tea</a>
<nav><a id="catalog" href="/catalog${query}">Catalog</a> <a id="about" href="/about${query}">About us</a></nav>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** What the page does with AKPush right behind the tag, before a deferred script has run. */
const uses: Partial<Record<Variant['tag'], string>> = {
  deferred: `
<script>
AKPush.events.on('subscribe', () => {});
</script>`,
  awaited: `
<script>
const waiting = setInterval(() => {
  if (!window.AKPush) return;
  clearInterval(waiting);
  AKPush.events?.on('subscribe', () => {});
}, 5);
</script>`,
};

/** A banner that asks for consent: what brings the script only when somebody has accepted. */
const bannerFor = (src: string): string => `
addEventListener('DOMContentLoaded', () => {
  const accept = document.createElement('button');
  accept.id = 'accept';
  accept.textContent = 'Accept';
  accept.onclick = () => {
    const script = document.createElement('script');
    script.src = ${JSON.stringify(src)};
    script.onload = () => new AKPush().initSubscription({});
    document.head.append(script);
  };
  document.body.prepend(accept);
});`;

function sdkTags(variant: Variant, { altcraft, search }: Origins): string {
  if (variant.sdk === 'none') return '';
  const query = new URLSearchParams(search);
  const src = (sdk: string, account = 'first') => {
    query.set('sdk', sdk);
    query.set('account', account);
    if (variant.setup === 'toolkit') return `/ak-push.js?${query}`;
    return `${altcraft}/ak_container.js?id=MXwz&${query}`;
  };
  const tag = (sdk: string, account?: string) => {
    const url = `src="${escapeHtml(src(sdk, account))}"`;
    const tags: Record<Variant['tag'], string> = {
      ok: url,
      consent: `type="text/plain" ${url}`,
      cookieblock: `data-cookieblock-${url}`,
      integrity: `${url} integrity="sha256-${'A'.repeat(43)}="`,
      manager: 'src="/actm/js/actm.js?id=ATM-DEMO"',
      deferred: `defer ${url}`,
      awaited: `defer ${url}`,
      banner: url,
      taken: url,
    };
    return `<script ${tags[variant.tag]}></script>${uses[variant.tag] ?? ''}`;
  };
  const manifest =
    variant.setup === 'toolkit' ? '<link rel="manifest" href="/manifest.json">\n' : '';
  if (variant.sdk === 'two')
    return `${manifest}${tag(variant.first)}\n${tag(variant.second, 'second')}`;
  if (variant.tag === 'banner') return `${manifest}<script>${bannerFor(src(variant.sdk))}</script>`;
  if (variant.sdk === 'late')
    return `${manifest}<meta name="late-sdk" content="${escapeHtml(src('g6'))}">`;
  if (variant.tag === 'taken')
    return `${manifest}<script>window.AKPush = function AKPush() {};</script>\n${tag(variant.sdk)}`;
  return manifest + tag(variant.sdk);
}

/** What the page passes to its instance. */
function configOf({ prefix, config }: Variant): object | undefined {
  if (!prefix && !config) return undefined;
  return { ...(prefix && { randomPrefix: prefix }), ...(config && JSON.parse(config)) };
}

/** What monitoring does to requests. */
const tracing = `const asked = fetch;
window.fetch = (input, init = {}) =>
  asked(input, { ...init, headers: { ...init.headers, traceparent: '00-0af7651916cd43dd8448eb211c80319c-01' } });`;

/** What a library for requests may do to them. */
const answering = `const asked = fetch;
window.fetch = (...request) => asked(...request).catch(() => new Response('', { status: 503 }));`;

function head(variant: Variant, origins: Origins): string {
  const settings = {
    altcraft: origins.altcraft,
    push: origins.push,
    key: demoVapidKeys.publicKey,
    keyed: variant.keyed,
    instance: variant.instance,
    auto: variant.auto,
    worker: variant.worker,
    isMute: variant.sdk === 'mute',
    config: configOf(variant),
    refuse: variant.refuse,
    expires: variant.expires,
    prompt: variant.prompt,
  };
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return [
    `<script type="application/json" id="settings">${json}</script>`,
    '<script src="/update-again.js"></script>',
    variant.standin ? '<script src="/stand-in.js"></script>' : '',
    variant.keyed !== '0' ? '<script src="/keyed.js"></script>' : '',
    variant.refuse !== 'none' ? '<script src="/refuse.js"></script>' : '',
    variant.prompt !== 'browser' ? '<script src="/prompt.js"></script>' : '',
    variant.fetch === 'traced' ? `<script>${tracing}</script>` : '',
    variant.fetch === 'answering' ? `<script>${answering}</script>` : '',
    sdkTags(variant, origins),
    '<script src="/shop.js"></script>',
    variant.beside !== 'none' ? `<script src="/beside-${variant.beside}.js"></script>` : '',
    variant.fault
      ? `<script src="/fault.js?id=${encodeURIComponent(variant.fault)}"></script>`
      : '',
  ].join('\n');
}

function buttons(variant: Variant): string {
  const methods: Record<string, string> = { init: 'initSubscription' };
  const generation = variant.sdk === 'none' ? 'g6' : generationOf(variant.sdk);
  if (generation >= 'g4') methods.update = 'updateSubscription';
  if (generation >= 'g6') methods.suspend = 'suspendSubscription';
  if (generation >= 'g3') Object.assign(methods, { remove: 'removeToken', emit: 'emit an event' });
  if (generation === 'g1') {
    Object.assign(methods, { subscribe: 'subscribe', unsubscribe: 'unsubscribe' });
  }
  if (variant.ask === 'site') methods.ask = 'allow news';
  return Object.entries(methods)
    .map(([id, text]) => `<button type="button" id="${id}">${text}</button>`)
    .join('\n');
}

/** The shop's front page: the form, a button for each call, and what the page saw. */
export function shopPage(variant: Variant, origins: Origins): string {
  const body = `<h1>News of the harvest, by push</h1>
<p>Tell us who you are, and we tell you when the first flush has arrived.</p>
<form id="profile">
<label>Email <input id="email" type="email" autocomplete="off" value="mira@example.com"></label>
<label>First name <input id="name" autocomplete="off" value="Mira"></label>
</form>
<section aria-label="Calls of the SDK" class="buttons">
${buttons(variant)}
</section>
<section aria-label="State">
<dl>
<dt>Build</dt><dd>${variant.sdk} · ${variant.setup} · ${variant.mode}</dd>
<dt>AKPush</dt><dd id="sdk">waiting</dd>
<dt>Permission</dt><dd id="permission"></dd>
</dl>
<label>Altcraft answers <select id="failure">
<option value="{}">as it should</option>
<option value='{"status":400}'>400</option>
<option value='{"status":503}'>503</option>
<option value='{"error":501}'>200 with an error inside</option>
<option value='{"slow":3000}'>after 3 seconds</option>
<option value='{"unreachable":true}'>not at all</option>
</select></label>
</section>
${variant.loading === 'held' ? '<img src="/held.svg" alt="" width="1" height="1">' : ''}
<h2>What this page saw</h2>
<ol id="seen" aria-live="polite"></ol>
<p><a id="faults" href="/fault/${variant.fault ? '' : escapeHtml(origins.search)}">Break this shop: choose a fault</a></p>`;
  return frame('Shop', origins.search, head(variant, origins), body);
}

/** Another page of the same site, with AKPush. */
export function catalogPage(variant: Variant, origins: Origins): string {
  const body = `<h1>Catalog</h1>
<ul class="teas">
<li><strong>Darjeeling</strong> first flush, 100 g</li>
<li><strong>Keemun</strong> Hao Ya, 100 g</li>
<li><strong>Sencha</strong> from Uji, 100 g</li>
</ul>
<ol id="seen"></ol>`;
  return frame('Catalog', origins.search, head(variant, origins), body);
}

/** Every page that has a fault, by what it breaks. */
export function faultsPage(search: string): string {
  const query = escapeHtml(search);
  const item = ({ id, title, needs }: ListedFault) =>
    `<li><a href="/fault/${id}${query}">${escapeHtml(title)}</a> <code>${id}</code>${needs && ` <small>${escapeHtml(needs)}</small>`}</li>`;
  const groups = listFaults().map(
    (group) => `<section class="faults"><h2>${escapeHtml(group.title)}</h2>
<ul>
${group.faults.map(item).join('\n')}
</ul></section>`,
  );
  const body = `<h1>Break this shop</h1>
<p>Choose a fault, and see what the AKPush panel’s Diagnosis says. To open this list makes the shop whole again: its stored data,
service workers and subscription are cleared, and Altcraft answers as it should.</p>
${groups.join('\n')}`;
  return frame('Faults', search, '', body);
}

/** A page of the site without AKPush. */
export function aboutPage(search: string): string {
  const body =
    '<h1>About us</h1>\n<p>We have imported tea since 1893. This page has no AKPush.</p>';
  return frame('About us', search, '', body);
}

/** A page with nothing but so many small scripts: what the benchmark loads. */
export function blankPage(scripts: number, frames = 0): string {
  const tags = Array.from(
    { length: scripts },
    (_, i) => `<script src="/small/${i + 1}.js"></script>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Blank</title><link rel="icon" href="data:,">
${tags.join('\n')}
</head>
<body>${'<iframe src="/empty"></iframe>'.repeat(frames)}</body>
</html>
`;
}
