import type { Page } from '../../test/e2e/support/browser';

/** An event of the browser's trace. */
export interface TraceEvent {
  name: string;
  /** Microseconds that the thread worked, without what it waited for a processor. */
  tdur?: number;
  args?: { data?: { url?: string; functionName?: string } };
}

/** Events of what the browser does while `act` runs. */
export const trace = async (
  { puppeteer }: Page,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<TraceEvent[]> => {
  await puppeteer.tracing.start({ categories: ['-*', ...categories] });
  await act();
  const file = await puppeteer.tracing.stop();
  if (!file) throw new Error('The browser has no trace');
  return JSON.parse(Buffer.from(file).toString()).traceEvents;
};
