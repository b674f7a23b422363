/*
 * Hook and bridge talk in events on a target that only they have: see `handover.ts`. Only strings cross, which no page can make into anything
 * else.
 *
 * | `ask`, to the hook | meaning |
 * | --- | --- |
 * | a number | answer with the entries after it |
 * | `gone` | the extension is gone: restore what was wrapped |
 *
 * | `say`, to the bridge | meaning |
 * | --- | --- |
 * | `logged` | something was recorded; said once, until the bridge asks. The first time, it is that AKPush was found |
 * | `noted` | likewise, on a page on which AKPush was not found so far: why it does not come |
 * | JSON text | the answer; given while the question is being asked, as events are synchronous |
 */
export const asked = 'ask';
export const said = 'say';

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
export const openHookLine = (line: EventTarget, onLogged: () => void): HookLine => {
  let answer: string | undefined;
  line.addEventListener(said, (event) => {
    const word = (event as CustomEvent<string>).detail;
    if (word === 'logged' || word === 'noted') onLogged();
    else answer = word;
  });
  const say = (word: string): void => {
    line.dispatchEvent(new CustomEvent(asked, { detail: word }));
  };
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
