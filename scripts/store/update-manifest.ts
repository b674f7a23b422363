/** A version of a Firefox extension that is not from addons.mozilla.org. */
export interface SelfHosted {
  id: string;
  version: string;
  minVersion: string;
  /** Where the signed XPI lies. */
  link: string;
  /** SHA-256 of the signed XPI, hexadecimal. */
  digest: string;
}

/** `updates.json`, which Firefox reads at `update_url` to find newer versions of an extension that its site hosts itself. */
export const updateManifest = ({ id, version, minVersion, link, digest }: SelfHosted): string => {
  if (!link.startsWith('https://'))
    throw new Error(`Firefox takes updates over HTTPS alone: ${link}`);
  const update = {
    version,
    update_link: link,
    update_hash: `sha256:${digest}`,
    applications: { gecko: { strict_min_version: minVersion } },
  };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
};
