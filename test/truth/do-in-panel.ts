import type { Fault } from '../demo/faults';
import type { Panel } from '../e2e/support/browser';
import { setField } from '../e2e/support/fields';
import { poll } from '../e2e/support/poll';

/** Sends a push from the panel and waits for what became of it. */
const sendPush = async (panel: Panel, { broken, fields = {} }: Fault, altcraft: string) => {
  await panel.click('#tab-push');
  // The page is still subscribing: until it is, all that can be shown is a notification.
  await panel.waitFor(
    () =>
      ['worker', 'real'].includes(
        document.querySelector<HTMLInputElement>('[name=push-way]:checked')?.value ?? '',
      ) && document.querySelector('[data-mode-other]') === null,
  );
  for (const [name, value] of Object.entries(fields))
    await setField(panel, `[name=push-${name}]`, value.replace('{altcraft}', altcraft));
  if (broken) await panel.click(`[data-break="${broken}"]`);
  await panel.click('[data-action=send-push]');
  await poll('the push has ended', () =>
    panel.evaluate(() => {
      const outcome = document.querySelector<HTMLElement>('.call-result')?.dataset.outcome;
      return outcome !== undefined && outcome !== 'running';
    }),
  );
};

/** Does what somebody does in the panel before a fault's finding is there. `altcraft`: the address of the Altcraft double. */
export const doInPanel = async (panel: Panel, fault: Fault, altcraft: string): Promise<void> => {
  const { panel: step } = fault;
  if (!step) return;
  if (step === 'inspect-script') {
    await panel.click('#tab-state');
    await panel.click('[data-sdk="yes"] [data-action="inspect-script"]');
    await panel.waitFor(() => document.querySelector('[data-report]') !== null);
  } else await sendPush(panel, fault, altcraft);
  if (step === 'send-push-and-click') {
    await panel.click('[data-action=click-notification]');
    await poll('the click', () =>
      panel.evaluate(
        () => document.querySelector<HTMLElement>('.call-result')?.dataset.outcome === 'clicked',
      ),
    );
  }
  await panel.click('#tab-diagnosis');
};
