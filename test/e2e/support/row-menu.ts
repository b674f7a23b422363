import type { Panel } from './browser';

/** Opens a row's menu and chooses what begins with a text. */
export const chooseFromMenu = async (panel: Panel, name: string, item: string): Promise<void> => {
  const { id } = await panel.waitForRow({ name });
  await panel.evaluate((key: string) => {
    const row = document.querySelector(`[data-id="${key}"]`);
    const box = row?.getBoundingClientRect();
    row?.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: box?.left,
        clientY: box?.top,
      }),
    );
  }, id);
  await panel.waitFor(() => document.querySelector('[role=menu]') !== null);
  await panel.evaluate((text: string) => {
    const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
    items.find(({ textContent }) => textContent?.startsWith(text))?.click();
  }, item);
};
