/** The panel's views, in the order of their tabs. The values of `&view=`. */
export const views = ['diagnosis', 'timeline', 'state', 'calls', 'push', 'sessions'] as const;
export type View = (typeof views)[number];

/** A view by its name; the timeline for a name that is not known. */
export const readView = (name: string): View => views.find((view) => view === name) ?? 'timeline';

/** Views of a file: nothing can be done to a page. */
export const fileViews: readonly View[] = ['diagnosis', 'timeline', 'state', 'sessions'];
