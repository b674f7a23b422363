/** What stands in the value of an attribute or a field: names alone, or with what each means. */
export type Values = readonly string[] | Readonly<Record<string, string>>;

/** A name that scripts of others go by, and that is therefore kept. */
export interface AutomationName {
  kind: 'attribute' | 'button' | 'field';
  /** Without `data-`, for an attribute. */
  name: string;
  says: string;
  values?: Values;
}

/** A part of the reference: a view, a row, a dialog. */
export interface AutomationSection {
  title: string;
  /** What to know of it, in Markdown. */
  text?: string;
  names: readonly AutomationName[];
}

/** `[data-<name>]`. */
export const attribute = (name: string, says: string, values?: Values): AutomationName => ({
  kind: 'attribute',
  name,
  says,
  ...(values && { values }),
});

/** `[data-action="<name>"]`. */
export const button = (name: string, says: string): AutomationName => ({
  kind: 'button',
  name,
  says,
});

/** `[name="<name>"]`. */
export const field = (name: string, says: string, values?: Values): AutomationName => ({
  kind: 'field',
  name,
  says,
  ...(values && { values }),
});
