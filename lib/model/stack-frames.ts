/** A place in a script of the page. Lines and columns count from 1. */
export interface StackFrame {
  function: string;
  url: string;
  line: number;
  column: number;
}

// `at f (https://…/a.js:1:2)`, `at https://…/a.js:1:2` (Chrome); `f@https://…/a.js:1:2` (Firefox).
const framePattern =
  /^(?:at (?:async )?(?:(?<chrome>.{0,300}?) \()?|(?<firefox>[^@\s]{0,300})@)(?<url>(?:https?|file|blob):\S+):(?<line>\d{1,9}):(?<column>\d{1,9})\)?$/;

/** The frames of a stack that lie in the page's own scripts, innermost first. */
export const stackFrames = (stack: string): StackFrame[] =>
  stack.split('\n').flatMap((text) => {
    const parts = framePattern.exec(text.trim())?.groups;
    if (!parts?.url) return [];
    return {
      function: parts.chrome ?? parts.firefox ?? '',
      url: parts.url,
      line: Number(parts.line),
      column: Number(parts.column),
    };
  });
