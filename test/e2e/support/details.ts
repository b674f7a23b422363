import type { Panel, RowData } from './browser';

/** Clicks a row and waits for its details. */
export const openDetails = async (panel: Panel, { id }: Pick<RowData, 'id'>): Promise<void> => {
  await panel.click(`[data-id="${id}"]`);
  const number = `#${id.split(':')[1]}`;
  await panel.waitFor(
    (wanted) => document.querySelector('.details-id')?.textContent === wanted,
    number,
  );
};

/** The details' labels with what stands beside them. */
export const readFields = (panel: Panel): Promise<Record<string, string>> =>
  panel.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.details .fields > div')].map((line) => [
        line.querySelector('dt')?.textContent ?? '',
        line.querySelector<HTMLElement>('dd')?.innerText ?? '',
      ]),
    ),
  );

/** The text of the details' part with that heading; empty when there is none. */
export const readSection = (panel: Panel, title: string): Promise<string> =>
  panel.evaluate((wanted) => {
    const sections = [...document.querySelectorAll<HTMLElement>('.details .section')];
    const found = sections.find((each) => each.querySelector('h3')?.textContent === wanted);
    return found?.innerText ?? '';
  }, title);

/** Clicks a row and reads its details' fields. */
export const fieldsOf = async (
  panel: Panel,
  row: Pick<RowData, 'id'>,
): Promise<Record<string, string>> => {
  await openDetails(panel, row);
  return readFields(panel);
};

/** How deep a row lies: 1 for one that no call caused. */
export const levelOf = (panel: Panel, { id }: Pick<RowData, 'id'>): Promise<number> =>
  panel.evaluate(
    (wanted) => Number(document.querySelector(`[data-id="${wanted}"]`)?.getAttribute('aria-level')),
    id,
  );
