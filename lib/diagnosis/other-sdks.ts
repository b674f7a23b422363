import type { DiagnosisInput } from './diagnosis-input';
import { isRun } from './start-held-back';

/** The page's other scripts of the SDK: not those that did not come, nor those that the browser does not run. */
export const otherSdks = ({ known }: DiagnosisInput): readonly string[] =>
  (known?.sdk.others ?? []).filter((url) => {
    const tags = (known?.state.scripts ?? []).filter((tag) => tag.url === url);
    const isThere = tags.some(
      ({ attribute, type, loaded }) =>
        attribute === 'src' && isRun(type) && (loaded?.status ?? 0) < 400,
    );
    return tags.length === 0 || isThere;
  });
