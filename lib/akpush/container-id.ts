/** What a container's `id` parameter says. */
export interface ContainerId {
  /** As it stands in the URL: base64 with `=` written as `.`. */
  raw: string;
  account: string;
  resource: string;
}

/** Decodes a container id: `MXwz` is account 1, resource 3. */
export const decodeContainerId = (raw: string): ContainerId | null => {
  try {
    const [account, resource, ...rest] = atob(raw.replaceAll('.', '=')).split('|');
    return account && resource && rest.length === 0 ? { raw, account, resource } : null;
  } catch {
    return null;
  }
};

/** The container id in the URL of a container or of its worker. */
export const containerIdOf = (url: string): ContainerId | null => {
  if (!URL.canParse(url)) return null;
  const raw = new URL(url).searchParams.get('id');
  return raw ? decodeContainerId(raw) : null;
};

/** The container id in the URL of a container's worker, whose file is `service-worker.js`: others' scripts may have an `id` that reads as one. */
export const workerContainerIdOf = (url: string): ContainerId | null =>
  URL.canParse(url) && new URL(url).pathname.endsWith('/service-worker.js')
    ? containerIdOf(url)
    : null;

/** Whether a URL is that of the container for pages, which needs a document. */
export const isPageContainer = (url: string): boolean =>
  URL.canParse(url) && new URL(url).pathname.endsWith('/ak_container.js');
