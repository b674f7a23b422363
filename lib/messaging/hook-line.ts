/*
 * Hook and bridge talk in `CustomEvent`s on the document's `fonts`, whose names only they know: see `handover.ts`. Only strings cross, which
 * no page can make into anything else.
 *
 * | `<secret>!`, to the hook | meaning |
 * | --- | --- |
 * | a number | answer with the entries after it |
 * | `gone` | the extension is gone: restore what was wrapped |
 *
 * | `<secret>`, to the bridge | meaning |
 * | --- | --- |
 * | `logged` | something was recorded; said once, until the bridge asks. The first time, it is that AKPush was found |
 * | JSON text | the answer; given while the question is being asked, as events are synchronous |
 */

/** Name of the events to the hook. */
export const questionName = (secret: string): string => `${secret}!`;

/** The bridge's end of the line. */
export interface HookLine {
  /** Entries after a number, as the JSON text of an `EntryBatch`; throws when the hook does not answer. */
  entries(after: number): string;
  /** Whether the hook answers. */
  isHeard(): boolean;
  /** Says that the extension is gone. */
  sayGone(): void;
}

/** Opens the bridge's end of the line. `onLogged` runs in the middle of what the page does: it must be short. */
export const openHookLine = (secret: string, onLogged: () => void): HookLine => {
  const { fonts } = document;
  let answer: string | undefined;
  fonts.addEventListener(secret, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (detail === 'logged') onLogged();
    else if (typeof detail === 'string') answer = detail;
  });
  const say = (detail: string) =>
    fonts.dispatchEvent(new CustomEvent(questionName(secret), { detail }));
  const ask = (after: number): string | undefined => {
    answer = undefined;
    say(String(after));
    return answer;
  };
  return {
    sayGone: () => say('gone'),
    // There is nothing after that number.
    isHeard: () => ask(Number.MAX_SAFE_INTEGER) !== undefined,
    entries(after) {
      const text = ask(after);
      if (text === undefined) throw new Error('The hook did not answer.');
      return text;
    },
  };
};
