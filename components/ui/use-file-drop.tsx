import type { ComponentChild } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { IconButton } from './IconButton';

/** Takes a file that is dropped anywhere in the panel, and gives what is to be shown where it cannot be opened. `open` rejects with the reason. */
export const useFileDrop = (open: (file: Blob) => Promise<void>): ComponentChild => {
  const [problem, setProblem] = useState<{ id: string; text: string } | null>(null);
  const [isOver, setIsOver] = useState(false);
  // Before it is seen: who sees the panel can drop a file.
  useLayoutEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // It leaves the window for nothing, and every element for another one.
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      // Else the browser would go to the file.
      event.preventDefault();
      setProblem(null);
      open(file).catch((error: Error & { problem?: string }) =>
        setProblem({ id: error.problem ?? 'failed', text: error.message }),
      );
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [open]);
  return (
    <>
      {isOver && (
        <div class="drop-over" data-drop>
          {message('dropToOpen')}
        </div>
      )}
      {problem && (
        <div class="banner" role="alert" data-problem={problem.id}>
          <p class="error-text">{problem.text}</p>
          <IconButton
            icon="close"
            label={message('closeProblem')}
            onClick={() => setProblem(null)}
          />
        </div>
      )}
    </>
  );
};
