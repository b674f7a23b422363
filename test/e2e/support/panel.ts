import type { Panel, RowData, RowWanted, Surface } from './browser';
import { clickExactly } from './click-exactly';
import { poll } from './poll';

const readRows = (): RowData[] =>
  [...document.querySelectorAll<HTMLElement>('[data-kind][data-status]')].map(({ dataset }) => ({
    id: dataset.id ?? '',
    kind: dataset.kind as RowData['kind'],
    name: dataset.name ?? '',
    status: dataset.status as RowData['status'],
    url: dataset.url ?? '',
  }));

const readConnection = (): string =>
  document.querySelector<HTMLElement>('[data-connection]')?.dataset.connection ?? '';

const isWanted = (row: RowData, wanted: RowWanted): boolean =>
  Object.entries(wanted).every(([key, value]) => row[key as keyof RowData] === value);

/** A panel, from the document that shows it and the ways in which the two kinds of display differ. */
export const createPanel = (
  surface: Surface,
  display: Pick<Panel, 'setTheme' | 'resize' | 'puppeteer'>,
): Panel => {
  const connection = () => surface.evaluate(readConnection);
  const entries = () => surface.evaluate(readRows);
  return {
    ...surface,
    ...display,
    connection,
    entries,
    click: (selector) => clickExactly(surface, selector, () => surface.click(selector)),
    async waitForConnection(value) {
      let seen = '';
      await poll(`connection "${value}"`, async () => {
        seen = await connection();
        return seen === value;
      }).catch((error) => {
        throw new Error(`${error.message}; the panel's connection is "${seen}"`);
      });
    },
    async waitForRow(wanted) {
      let seen: RowData[] = [];
      return poll(`row ${JSON.stringify(wanted)}`, async () => {
        seen = await entries();
        return seen.find((row) => isWanted(row, wanted)) as RowData;
      }).catch((error) => {
        const rows = seen.map((row) => `${row.kind} ${row.name} ${row.status}`).join(', ');
        throw new Error(`${error.message}; the panel's rows: ${rows || 'none'}`);
      });
    },
  };
};
