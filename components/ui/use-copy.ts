import { useCallback, useEffect, useState } from 'preact/hooks';
import { copyText } from './copy-text';

/** What came of copying; `null` when that is no longer news. */
export type Copied = 'copied' | 'failed' | null;

/** Milliseconds that the answer is shown. */
const shown = 1500;

/** Copies texts and tells what came of it. */
export const useCopy = (): { copied: Copied; copy(text: string | Promise<string>): void } => {
  const [outcome, setOutcome] = useState<{ copied: Copied }>({ copied: null });
  const copy = useCallback((text: string | Promise<string>) => {
    const end = (isCopied: boolean) => setOutcome({ copied: isCopied ? 'copied' : 'failed' });
    Promise.resolve(text)
      .then(copyText)
      .then(end, () => end(false));
  }, []);
  useEffect(() => {
    if (!outcome.copied) return;
    const timer = setTimeout(() => setOutcome({ copied: null }), shown);
    return () => clearTimeout(timer);
  }, [outcome]);
  return { copied: outcome.copied, copy };
};
