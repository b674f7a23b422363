/**
 * In a viewer page, whose only script that can be read it is: takes the page's style and script out of their blocks. They run by the hashes in
 * the page's own policy, and nothing else does.
 */
export const openViewer = async (): Promise<void> => {
  // Before the style comes: else a dark page would be white for a moment.
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  try {
    for (const name of ['style', 'script'] as const) {
      const text = document.getElementById(`viewer-${name}`)?.textContent ?? '';
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      const element = document.createElement(name);
      element.textContent = await new Response(stream).text();
      document.head.append(element);
    }
  } catch (error) {
    document.body.append(
      `This browser cannot show the page. Этот браузер не может показать страницу. ${error}`,
    );
  }
};
