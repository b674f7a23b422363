import type { Finding } from './finding';

/** Rules whose findings a user does not want to see, by the origin of the site. */
export type Mutes = Readonly<Record<string, readonly string[]>>;

/** The most sites that are remembered; those that were changed longest ago are forgotten. */
const maxSites = 100;

/** What a user wants to see of the findings of a page. */
export const withoutMuted = <T extends { findings: readonly Finding[] }>(
  diagnosis: T,
  mutes: Mutes,
  url: string,
): T => {
  const muted = mutes[URL.canParse(url) ? new URL(url).origin : ''] ?? [];
  return {
    ...diagnosis,
    findings: diagnosis.findings.filter(({ id }) => !muted.includes(id)),
  };
};

/** Mutes or unmutes a rule for a site. */
export const setMuted = (mutes: Mutes, origin: string, id: string, isMuted: boolean): Mutes => {
  const { [origin]: held = [], ...others } = mutes;
  const ids = [...held.filter((each) => each !== id), ...(isMuted ? [id] : [])];
  const kept = Object.entries(others).slice(1 - maxSites);
  return Object.fromEntries(ids.length > 0 ? [...kept, [origin, ids]] : kept);
};

/** Reads what was saved, of whatever shape it is. */
export const readMutes = (saved: unknown): Mutes =>
  typeof saved === 'object' && saved !== null && !Array.isArray(saved)
    ? Object.fromEntries(
        Object.entries(saved)
          .filter(([, ids]) => Array.isArray(ids))
          .map(([origin, ids]) => [
            origin,
            (ids as unknown[]).filter((id): id is string => typeof id === 'string').slice(0, 200),
          ])
          .slice(-maxSites),
      )
    : {};
