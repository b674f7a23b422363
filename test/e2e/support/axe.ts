import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from './browser';

interface Axe {
  run(context: object): Promise<{
    passes: object[];
    violations: {
      id: string;
      impact: string | null;
      nodes: { html: string; failureSummary?: string }[];
    }[];
  }>;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in the panel that keeps people from using it, a line for each element. */
export const findBarriers = async (panel: Surface): Promise<string[]> => {
  // A function, because its text is what is run: the panel's content security policy lets nobody evaluate text.
  await panel.evaluate(new Function(source) as () => void);
  return panel.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { passes, violations } = await axe.run(document);
    if (passes.length === 0) throw new Error('axe has looked at nothing');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  });
};
