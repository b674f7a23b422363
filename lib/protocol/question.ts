/** A request that goes to the background as a message: one of the functions in `background.ts`, by its name. */
export interface Question<Requests extends object> {
  ask: keyof Requests & string;
  /** Absent: none. */
  args?: unknown[];
}

/** What the background answers. An error cannot cross: it goes as this. */
export type Answer = { ok?: unknown } | { error: { name: string; message: string } };
