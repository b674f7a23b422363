import { create, indexOf } from './natives';

/** URLs of the scripts that brought an SDK. */
const scripts: { [url: string]: true } = create(null);

/** Remembers a script as an SDK's. */
export const addSdkScript = (url: string): void => {
  if (url) scripts[url] = true;
};

/** Whether a URL is that of a script that brought an SDK. */
export const isSdkScript = (url: string): boolean => !!scripts[url];

/** Whether a stack has a line in a script that brought an SDK. */
export const isInSdk = (stack: string): boolean => {
  for (const url in scripts) if (indexOf(stack, url) >= 0) return true;
  return false;
};
