import { message } from '../../lib/i18n/message';
import { type StackFrame, stackFrames } from '../../lib/model/stack-frames';

interface StackTraceProps {
  stack: string;
  onOpenSource(url: string, line: number, column: number): void;
}

const fileName = (url: string): string => {
  const { pathname, host } = new URL(url);
  return pathname.slice(pathname.lastIndexOf('/') + 1) || host;
};

interface FrameLinkProps extends Pick<StackTraceProps, 'onOpenSource'> {
  frame: StackFrame;
}

/** A function and a link to its place in the source. */
export function FrameLink({ frame, onOpenSource }: FrameLinkProps) {
  const { function: name, url, line, column } = frame;
  return (
    <>
      <span class="stack-function">{name || message('anonymous')}</span>{' '}
      <button
        type="button"
        class="link"
        title={`${url}:${line}:${column}`}
        onClick={() => onOpenSource(url, line, column)}
      >
        {fileName(url)}:{line}:{column}
      </button>
    </>
  );
}

/** The page's frames of a stack, each with a link to its source. */
export function StackTrace({ stack, onOpenSource }: StackTraceProps) {
  const frames = stackFrames(stack);
  if (frames.length === 0) return <pre class="stack-text">{stack}</pre>;
  return (
    <ol class="stack">
      {frames.map((frame, index) => (
        <li key={index}>
          <FrameLink frame={frame} onOpenSource={onOpenSource} />
        </li>
      ))}
    </ol>
  );
}
