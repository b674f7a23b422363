import type { Panel } from './browser';
import { poll } from './poll';

/** A fact as the State view shows it. */
export interface ShownFact {
  state: string;
  text: string;
  note: string;
  isMasked: boolean;
  isNew: boolean;
}

/** Reads a fact; `null` when it is not shown. */
export const readFact = (panel: Panel, id: string): Promise<ShownFact | null> =>
  panel.evaluate((name: string) => {
    const fact = document.querySelector<HTMLElement>(`[data-fact="${name}"]`);
    return (
      fact && {
        state: fact.dataset.state ?? '',
        text: fact.querySelector('.fact-value')?.textContent ?? '',
        note:
          fact.querySelector('.fact-note')?.textContent ??
          fact.querySelector('button')?.title ??
          '',
        isMasked: fact.querySelector('[data-masked]') !== null,
        isNew: 'new' in fact.dataset,
      }
    );
  }, id);

/** Waits until a fact is as wanted, and gives it. */
export const waitForFact = async (
  panel: Panel,
  id: string,
  wanted: Partial<ShownFact>,
): Promise<ShownFact> => {
  let seen: ShownFact | null = null;
  const isThere = () =>
    seen !== null &&
    Object.entries(wanted).every(([key, value]) => seen?.[key as keyof ShownFact] === value);
  await poll(`fact ${id} ${JSON.stringify(wanted)}`, async () => {
    seen = await readFact(panel, id);
    return isThere();
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
  return seen as unknown as ShownFact;
};

/** States of several facts, in the order of their ids. */
export const readStates = async (panel: Panel, ids: readonly string[]): Promise<string[]> => {
  const facts = await Promise.all(ids.map((id) => readFact(panel, id)));
  return facts.map((fact, index) => `${ids[index]} ${fact?.state}`);
};

/** Presses an action's button and agrees. `within`: where the button is. */
export const confirmAction = async (panel: Panel, name: string, within = ''): Promise<void> => {
  await panel.click(`${within} [data-action="${name}"]`);
  await panel.waitFor(() => document.querySelector('[data-action="confirm"]') !== null);
  await panel.click('[data-action="confirm"]');
};

/** Waits until the state was read anew from its beginning. */
export const waitForReading = async (panel: Panel): Promise<void> => {
  const read = () =>
    panel.evaluate(() => document.querySelector<HTMLElement>('[data-read]')?.dataset.read);
  const seen = new Set([await read()]);
  // The first new one may have begun before.
  await poll('a new reading', async () => seen.add(await read()).size >= 3);
};

/** The changes of stored values that the panel lists, the newest first: cause and text. */
export const readHistory = (panel: Panel): Promise<{ cause: string; text: string }[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-history] li')].map((item) => ({
      cause: item.dataset.cause ?? '',
      text: item.textContent ?? '',
    })),
  );
