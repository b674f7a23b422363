import type { Panel } from './browser';
import type { Story } from './story';

/** Stops a recording by the popup, and opens what was kept in a panel without a tab. */
export const stopAndOpen = async (story: Story, popup: Panel): Promise<Panel> => {
  await popup.click('[data-action="stop-recording"]');
  await popup.waitFor(() => document.querySelector('[data-action="start-recording"]') !== null);
  const viewer = await story.openExtensionPage('panel.html?viewer');
  await viewer.waitFor(() => document.querySelector('[data-session]') !== null);
  await viewer.click('[data-action="open-session"]');
  await viewer.waitFor(() => document.querySelector('[data-file]') !== null);
  await viewer.click('#tab-timeline');
  await viewer.resize(1280, 3000);
  return viewer;
};
