/** What a release changes. */
export interface ReleasePlan {
  version: string;
  tag: string;
  /** The changelog with the section of the version in it, and an empty one for what comes. */
  changelog: string;
  /** That section without its heading: what the stores and the tag say. */
  notes: string;
}

/** What is there before a release. */
export interface ReleaseState {
  /** The version in package.json. */
  current: string;
  changelog: string;
  /** The repository's tags. */
  tags: readonly string[];
  /** As `2026-11-30`. */
  date: string;
}

const pattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const unreleased = '## [Unreleased]';

const isNewer = (version: string, than: string): boolean => {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  const at = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
};

/** What a release of a version changes; throws with the reason why there can be none. */
export const planRelease = (version: string, state: ReleaseState): ReleasePlan => {
  const { current, changelog, tags, date } = state;
  // Browsers take numbers and dots alone.
  if (!pattern.test(version)) throw new Error(`${version} is no version as 1.2.3`);
  const tag = `v${version}`;
  if (tags.includes(tag)) throw new Error(`${tag} has been released`);
  const released = tags.filter((each) => /^v\d/.test(each)).map((each) => each.slice(1));
  // The first release has the version that package.json has had from the beginning.
  for (const each of [...released, current])
    if (each !== version && !isNewer(version, each))
      throw new Error(`${version} is not newer than ${each}`);
  const start = changelog.indexOf(unreleased);
  if (start < 0) throw new Error('the changelog has no section “Unreleased”');
  const from = start + unreleased.length;
  const next = changelog.indexOf('\n## [', from);
  const notes = changelog.slice(from, next < 0 ? undefined : next).trim();
  if (!/^- /m.test(notes)) throw new Error('the changelog’s section “Unreleased” is empty');
  const rest = next < 0 ? '' : changelog.slice(next);
  if (rest.includes(`\n## [${version}] - 2`))
    throw new Error(`the changelog has ${version} already`);
  return {
    version,
    tag,
    notes,
    changelog: `${changelog.slice(0, from)}\n\n## [${version}] - ${date}\n\n${notes}\n${rest}`,
  };
};
