import type { Panel } from './browser';

/** Opens a row's menu and chooses what begins with a text, by way of the menu that comes before it in the list. */
export const chooseFromMenu = async (
  panel: Panel,
  name: string,
  ...path: readonly string[]
): Promise<void> => {
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
  for (const item of path) {
    await panel.waitFor(
      (text) =>
        [...document.querySelectorAll('[role=menuitem]')].some(({ textContent }) =>
          textContent?.startsWith(text),
        ),
      item,
    );
    await panel.evaluate((text: string) => {
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      items.find(({ textContent }) => textContent?.startsWith(text))?.click();
    }, item);
  }
};
