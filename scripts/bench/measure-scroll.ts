import { exportSession } from '../../lib/formats/export-session';
import type { Browser } from '../../test/e2e/support/browser';
import { makeLargeSession } from '../../test/support/make-session';
import { provideEnglish } from '../provide-english';
import type { Line } from './report';
import { median, quantile } from './stats';

declare const chrome: { storage: { local: { clear(): Promise<void> } } };

const about = { extension: 'bench', browser: 'bench' };
const count = 50_000;

/** Runs in the viewer: a file that somebody drops on it. */
const dropFile = (content: string): void => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], 'session.json'));
  document.body.dispatchEvent(
    new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
  );
};

/** Runs in the viewer: scrolls on in each of 240 frames, a page at a time; milliseconds from frame to frame. */
const scrollFrames = async (): Promise<number[]> => {
  const grid = document.querySelector<HTMLElement>('[role=treegrid]');
  const scroller = grid?.closest<HTMLElement>('.grid') ?? grid;
  if (!scroller || scroller.scrollHeight < 10 * scroller.clientHeight)
    throw new Error('There is nothing to scroll');
  const frame = () => new Promise<number>(requestAnimationFrame);
  const times: number[] = [];
  let last = await frame();
  for (let i = 0; i < 240; i++) {
    scroller.scrollTop += scroller.clientHeight;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  if (scroller.scrollTop < 200 * scroller.clientHeight) throw new Error('It did not scroll');
  return times;
};

/** How smooth a timeline of 50,000 entries scrolls: a page in each frame, which no hand can do. */
export const measureScroll = async (browser: Browser): Promise<Line[]> => {
  provideEnglish();
  const { text } = exportSession(makeLargeSession(count), {
    format: 'session',
    withSecrets: false,
    about,
  });
  // The filter of what was measured before would hide all.
  const before = await browser.openExtensionPage('panel.html?viewer');
  await before.evaluate(() => chrome.storage.local.clear());
  await before.close();
  const viewer = await browser.openExtensionPage('panel.html?viewer');
  await viewer.resize(1280, 800);
  await viewer.waitFor(() => document.querySelector('[data-view="sessions"]') !== null);
  await viewer.evaluate(dropFile, text);
  await viewer.waitFor(() => document.querySelector('[data-file]') !== null);
  await viewer.click('#tab-timeline');
  await viewer.waitFor(() => document.querySelector('[data-kind][data-status]') !== null);
  const frames = await viewer.evaluate(scrollFrames);
  await viewer.close();
  const what = `scrolling ${count} entries`;
  return [
    { what: `${what}, frame`, value: median(frames), unit: 'ms', goal: 17 },
    { what: `${what}, frame p95`, value: quantile(frames, 0.95), unit: 'ms' },
    {
      what: `${what}, frames of 240 that were dropped`,
      value: frames.filter((each) => each > 25).length,
      unit: '',
    },
  ];
};
