/** The parts of a Markdown text under its headings of a level, by the headings' texts. */
export const readSections = (markdown: string, level = 1): Map<string, string> => {
  const sections = new Map<string, string>();
  const heading = `${'#'.repeat(level)} `;
  for (const part of `\n${markdown}`.split(`\n${heading}`).slice(1)) {
    const end = part.indexOf('\n');
    const title = end < 0 ? part : part.slice(0, end);
    sections.set(title.trim(), end < 0 ? '' : part.slice(end + 1).trim());
  }
  return sections;
};
