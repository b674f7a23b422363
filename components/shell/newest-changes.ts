/** A version of the changelog. */
export interface VersionChanges {
  /** As `1.2.0`; empty: what has no version yet. */
  version: string;
  /** As `2026-11-30`; empty where none is told. */
  date: string;
  groups: readonly { title: string; lines: readonly string[] }[];
}

const groupsIn = (section: string): VersionChanges['groups'] =>
  section
    .split(/^### /m)
    .slice(1)
    .map((group) => {
      const [title = '', ...rest] = group.split('\n');
      const lines = rest
        .join('\n')
        .split(/^- /m)
        .slice(1)
        // A line of the file ends where it is long, a text does not. A link is called by its name.
        .map((line) =>
          line
            .trim()
            .replace(/\n */g, ' ')
            .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1'),
        );
      return { title: title.trim(), lines };
    })
    .filter(({ lines }) => lines.length > 0);

/** The newest versions of a changelog that say something, newest first; `most`: how many. */
export const newestChanges = (changelog: string, most: number): readonly VersionChanges[] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n');
      const [, version = ''] = /^\[(\d[\w.-]*)\]/.exec(heading) ?? [];
      const [date = ''] = /\d{4}-\d\d-\d\d/.exec(heading) ?? [];
      return { version, date, groups: groupsIn(section) };
    })
    .filter(({ groups }) => groups.length > 0)
    .slice(0, most);
