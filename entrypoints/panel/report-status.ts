import browser from 'webextension-polyfill';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import type { StatusMessage } from '../../lib/messaging/tab-message';

/** Tells the toolbar button how the tab is. */
export const reportStatus = async (
  tab: number,
  { findings, chain }: LiveDiagnosis,
): Promise<void> => {
  // The rules are a chunk of their own, which the diagnosis has loaded.
  const { tabStatusOf } = await import('../../components/diagnosis');
  const status = tabStatusOf({ findings, chain });
  if (!status) return;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const told: StatusMessage = { tabStatus: { tab, status, errors } };
  await browser.runtime.sendMessage(told).catch(() => {});
};
