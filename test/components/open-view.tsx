import { waitFor } from '@testing-library/preact';
import { makeDiagnosed, type SceneParts } from '../support/make-input';
import { renderApp } from './render-app';

/** The whole panel of a scene, with a view of it that was chosen, and what a test asks it for. `more`: what `renderApp` takes besides the session. */
export const openView = async (
  view: string,
  scene: SceneParts = {},
  ...more: Parameters<typeof renderApp> extends [unknown, ...infer Rest] ? Rest : never
) => {
  const app = renderApp(makeDiagnosed(scene), ...more);
  const { container } = app.view;
  /** `null` where there is none now. */
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  /** Rejects where none comes. */
  const wait = (selector: string) =>
    waitFor(() => {
      const found = find(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    });
  const click = async (selector: string) => app.user.click(await wait(selector));
  await click(`#tab-${view}`);
  await wait(`[data-view="${view}"]`);
  return { ...app, container, find, wait, click };
};
