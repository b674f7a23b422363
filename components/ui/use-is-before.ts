import { useEffect, useState } from 'preact/hooks';
import type { EpochMs } from '../../lib/model/time';

/** Whether a time is still to come. Whoever asks is drawn again when it has come, and not before. */
export const useIsBefore = (deadline: EpochMs): boolean => {
  const [isBefore, setIsBefore] = useState(() => Date.now() < deadline);
  useEffect(() => {
    const left = deadline - Date.now();
    setIsBefore(left > 0);
    if (!(left > 0)) return;
    const timer = setTimeout(() => setIsBefore(false), left);
    return () => clearTimeout(timer);
  }, [deadline]);
  return isBefore;
};
