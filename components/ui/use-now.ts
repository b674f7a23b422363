import { useEffect, useState } from 'preact/hooks';

/** The time, again every second. Milliseconds since the epoch. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
