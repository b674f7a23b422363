import type { Panel } from './browser';
import { poll } from './poll';

/** A finding as the Diagnosis view shows it. */
export interface ShownFinding {
  id: string;
  severity: string;
  text: string;
  evidence: number;
  /** Ids of what follows from it. */
  follows: string[];
}

/** The findings in the Diagnosis view, from top to bottom; `null` before the first diagnosis. */
export const readFindings = (panel: Panel): Promise<ShownFinding[] | null> =>
  panel.evaluate(() => {
    if (!document.querySelector('[data-view="diagnosis"][data-read]')) return null;
    return [...document.querySelectorAll<HTMLElement>('[data-finding]')].map((card) => ({
      id: card.dataset.finding ?? '',
      severity: card.dataset.severity ?? '',
      text: card.querySelector('.finding-line')?.textContent ?? '',
      evidence: card.querySelectorAll('.finding-evidence li').length,
      follows: [...card.querySelectorAll<HTMLElement>('[data-consequence]')].map(
        ({ dataset }) => dataset.consequence ?? '',
      ),
    }));
  });

/** Waits until exactly these findings are shown, in any order. */
export const waitForFindings = async (
  panel: Panel,
  wanted: readonly string[],
): Promise<ShownFinding[]> => {
  let seen: ShownFinding[] | null = null;
  const key = (ids: readonly string[]) => [...ids].sort().join(', ');
  await poll(`findings: ${key(wanted) || 'none'}`, async () => {
    seen = await readFindings(panel);
    return seen !== null && key(seen.map(({ id }) => id)) === key(wanted);
    // Some things are wrong only when they have taken ten seconds.
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
  return seen as unknown as ShownFinding[];
};

/** Waits until the verdict is this one, with exactly these findings. */
export const waitForDiagnosis = async (
  panel: Panel,
  verdict: string,
  wanted: readonly string[],
): Promise<void> => {
  let seen: unknown;
  await poll(`${verdict}: ${wanted.join(', ') || 'no findings'}`, async () => {
    const findings = await readFindings(panel);
    const said = await panel.evaluate(
      () => document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict,
    );
    seen = { said, findings };
    const ids = findings?.map(({ id }) => id).sort();
    return said === verdict && ids?.join() === [...wanted].sort().join();
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
};

/** The chain's links with their states. */
export const readChain = (panel: Panel): Promise<Record<string, string>> =>
  panel.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-node]')].map(({ dataset }) => [
        dataset.node ?? '',
        dataset.state ?? '',
      ]),
    ),
  );

/** Waits until links of the chain have these states. */
export const waitForChain = async (
  panel: Panel,
  wanted: Readonly<Record<string, string>>,
): Promise<void> => {
  let seen: Record<string, string> = {};
  await poll(`chain ${JSON.stringify(wanted)}`, async () => {
    seen = await readChain(panel);
    return Object.entries(wanted).every(([node, state]) => seen[node] === state);
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
};
