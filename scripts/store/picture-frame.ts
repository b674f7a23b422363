import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run';

const icon = (): string =>
  readFileSync(path.join(root, 'docs/icon.svg'), 'utf8').replace(/<title>.*<\/title>/, '');
const ground = 'linear-gradient(160deg, #1a73e8, #0b57d0)';

const frame = (style: string, body: string): string => `<!doctype html><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { font-family: system-ui, Roboto, "Segoe UI", "DejaVu Sans", sans-serif; overflow: hidden; color: #fff; background: ${ground} }
svg { display: block }
${style}</style>${body}`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What the panel has in a picture of the listing. */
export const panelSize = { width: 1200, height: 680 } as const;

/** A picture of the listing, 1280×800: a caption, and the panel below it. */
export const framedPicture = (caption: string, panel: Buffer): string =>
  frame(
    `body { width: 1280px; height: 800px }
header { display: flex; align-items: center; gap: 20px; height: 92px; padding: 0 40px }
header svg { width: 44px; height: 44px; filter: drop-shadow(0 0 1px #fff) }
h1 { font-size: 30px; font-weight: 600 }
img { display: block; margin: 0 40px; width: ${panelSize.width}px; height: ${panelSize.height}px; border-radius: 10px; box-shadow: 0 6px 24px #0006 }`,
    `<header>${icon()}<h1>${escaped(caption)}</h1></header><img alt="" src="data:image/png;base64,${panel.toString('base64')}">`,
  );

/** The small tile, 440×280. The store asks for few words on it: the name alone. */
export const tile = (name: string): string =>
  frame(
    `body { width: 440px; height: 280px; display: grid; place-content: center; justify-items: center; gap: 22px }
svg { width: 120px; height: 120px; border-radius: 24px; box-shadow: 0 0 0 2px #fff8 }
p { font-size: 32px; font-weight: 600 }`,
    `${icon()}<p>${escaped(name)}</p>`,
  );

/** The store's icon, 128×128: 96 pixels of drawing, the rest is left transparent, as the Chrome Web Store asks for. */
export const storeIcon = (): string =>
  `<!doctype html><style>body { margin: 16px } svg { display: block; width: 96px; height: 96px }</style>${icon()}`;
