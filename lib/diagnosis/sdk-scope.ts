import type { DiagnosisInput } from './diagnosis-input';

/** The scope that the SDK's worker has, or will have: its script's folder. */
export const sdkScope = ({ known, page }: DiagnosisInput): string | undefined => {
  const path = known?.sdk.config?.swPath ?? '/service-worker.js';
  return (
    known?.own?.scope ??
    (URL.canParse(path, page.url) ? new URL('./', new URL(path, page.url)).href : undefined)
  );
};
